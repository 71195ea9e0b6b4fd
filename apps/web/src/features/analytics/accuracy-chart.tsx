import { formatPercent } from "@tidao/i18n/format";
import { pageWords } from "../../page-words";
import { FigureBars } from "./figure-bars";
import { practiceOf } from "./practice-of";
import type { Overview } from "./totals";

/** Share of right answers and time by topic; what follows is practice where it is lowest. */
export function AccuracyChart({ topics, weakest, scope }: Pick<Overview, "topics" | "weakest" | "scope">) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.accuracy;
  const byShare = topics.toSorted((a, b) => (b.accuracy.share ?? 0) - (a.accuracy.share ?? 0));
  const [best, worst] = [byShare[0], byShare.at(-1)];
  if (!best || !worst) return null;
  const percent = (share: number | null) => formatPercent(locale, share ?? 0);
  const sentence =
    best === worst
      ? say(texts.sentenceOne, { topic: best.title, accuracy: percent(best.accuracy.share) })
      : best.accuracy.share === worst.accuracy.share
        ? say(texts.sentenceEven, { accuracy: percent(best.accuracy.share) })
        : say(texts.sentence, { best: best.title, worst: worst.title });
  return (
    <section className="grid gap-4" aria-labelledby="accuracy">
      <h2 id="accuracy">{texts.title}</h2>
      <FigureBars
        sentence={sentence}
        head={texts.topic}
        rows={byShare.map(({ title, ...figures }) => ({ ...figures, name: title }))}
        {...(weakest && {
          action: {
            href: to(scope ? practiceOf(weakest.query) : `/practice?topic=${weakest.slug}`),
            text: say(texts.practise, { topic: weakest.title }),
          },
        })}
      />
    </section>
  );
}
