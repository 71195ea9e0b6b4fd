import { formatNumber, formatPercent } from "@tidao/i18n/format";
import { pageWords } from "../../page-words";
import { FigureBars } from "./figure-bars";
import { practiceOf } from "./practice-of";
import type { Overview } from "./totals";
import { bestAndWorst } from "./what-figures-say";

/** Share of right answers and time by topic; what follows is practice where it is lowest. */
export function AccuracyChart({ topics, weakest, scope }: Pick<Overview, "topics" | "weakest" | "scope">) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.accuracy;
  const byShare = topics.toSorted((a, b) => (b.accuracy.share ?? 0) - (a.accuracy.share ?? 0));
  const [first, last] = [byShare[0], byShare.at(-1)];
  if (!first || !last) return null;
  const percent = (share: number | null) => formatPercent(locale, share ?? 0);
  const n = (count: number) => formatNumber(locale, count);
  const ends = bestAndWorst(byShare);
  const one = { topic: first.title, accuracy: percent(first.accuracy.share), n: n(first.answers) };
  const sentence = !ends
    ? say(byShare.length === 1 ? texts.sentenceOne : texts.sentenceFew, one)
    : first.accuracy.share === last.accuracy.share
      ? say(texts.sentenceEven, { accuracy: percent(first.accuracy.share) })
      : say(texts.sentence, {
          best: ends.best.title,
          bestShare: percent(ends.best.accuracy.share),
          bestN: n(ends.best.answers),
          worst: ends.worst.title,
          worstShare: percent(ends.worst.accuracy.share),
          worstN: n(ends.worst.answers),
        });
  const follows = ends?.worst ?? weakest;
  return (
    <section className="grid gap-4" aria-labelledby="accuracy">
      <h2 id="accuracy">{texts.title}</h2>
      <FigureBars
        sentence={sentence}
        head={texts.topic}
        rows={byShare.map(({ title, ...figures }) => ({ ...figures, name: title }))}
        {...(follows && {
          action: {
            href: to(scope ? practiceOf(follows.query) : `/practice?topic=${follows.slug}`),
            text: say(texts.practise, { topic: follows.title }),
          },
        })}
      />
    </section>
  );
}
