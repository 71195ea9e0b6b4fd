import { formatNumber, formatPercent } from "@tidao/i18n/format";
import { pageWords } from "../../page-words";
import { FigureBars } from "./figure-bars";
import { practiceOf, within } from "./practice-of";
import type { Overview } from "./totals";
import { bestAndWorst, ladderOf } from "./what-figures-say";

/** The same figures by kind of question, and by difficulty. */
export function KindCharts({ kinds, difficulties, scope }: Pick<Overview, "kinds" | "difficulties" | "scope">) {
  return (
    <div className="grid items-start gap-12 lg:grid-cols-2">
      <KindChart kinds={kinds} />
      <DifficultyChart difficulties={difficulties} scope={scope} />
    </div>
  );
}

function KindChart({ kinds }: Pick<Overview, "kinds">) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.kinds;
  const rows = kinds
    .map(({ kind, ...figures }) => ({
      ...figures,
      name: words.questionKinds[kind as keyof typeof words.questionKinds] ?? kind,
    }))
    .toSorted((a, b) => (b.accuracy.share ?? 0) - (a.accuracy.share ?? 0));
  const ends = bestAndWorst(rows);
  const worst = ends?.worst ?? rows.at(-1);
  if (!worst) return null;
  const even = rows.every(({ accuracy }) => accuracy.share === worst.accuracy.share);
  const said = {
    worst: worst.name,
    accuracy: formatPercent(locale, worst.accuracy.share ?? 0),
    n: formatNumber(locale, worst.answers),
  };
  return (
    <section className="grid min-w-0 gap-4" aria-labelledby="kinds">
      <h2 id="kinds">{texts.title}</h2>
      <FigureBars
        sentence={say(
          rows.length === 1 ? texts.sentenceOne : even ? texts.even : ends ? texts.sentence : texts.few,
          said,
        )}
        head={texts.kind}
        rows={rows}
        action={{ href: to(practiceOf(worst.query)), text: say(texts.goKind, { kind: worst.name }) }}
      />
    </section>
  );
}

function DifficultyChart({ difficulties, scope }: Pick<Overview, "difficulties" | "scope">) {
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.difficulties;
  const ladder = ladderOf(difficulties);
  if (!ladder) return null;
  // what comes after the highest that was tried may lie outside of a search
  const next = scope && ladder.kind === "all" ? (difficulties.at(-1)?.difficulty ?? ladder.next) : ladder.next;
  const levels =
    ladder.kind === "mixed" ? new Intl.ListFormat(locale, { type: "unit" }).format(ladder.levels.map(String)) : "";
  const sentence = say(texts[ladder.kind], { level: "level" in ladder ? ladder.level : 0, levels, next: ladder.next });
  return (
    <section className="grid min-w-0 gap-4" aria-labelledby="difficulties">
      <h2 id="difficulties">{texts.title}</h2>
      <FigureBars
        sentence={sentence}
        head={texts.difficulty}
        rows={difficulties.map(({ difficulty, ...figures }) => ({
          ...figures,
          name: `${texts.difficulty} ${difficulty}`,
        }))}
        action={{
          href: to(practiceOf(within(scope, say(texts.query, { level: next })))),
          text: say(texts.go, { level: next }),
        }}
      />
    </section>
  );
}
