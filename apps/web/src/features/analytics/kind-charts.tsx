import { formatPercent } from "@tidao/i18n/format";
import { pageWords } from "../../page-words";
import { FigureBars } from "./figure-bars";
import { practiceOf, within } from "./practice-of";
import type { Overview } from "./totals";

const half = 0.5;

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
  const [best, worst] = [rows[0], rows.at(-1)];
  if (!best || !worst) return null;
  const accuracy = formatPercent(locale, worst.accuracy.share ?? 0);
  return (
    <section className="grid min-w-0 gap-4" aria-labelledby="kinds">
      <h2 id="kinds">{texts.title}</h2>
      <FigureBars
        sentence={
          best.accuracy.share === worst.accuracy.share
            ? say(texts.even, { accuracy })
            : say(texts.sentence, { worst: worst.name, accuracy })
        }
        head={texts.kind}
        rows={rows}
        action={{ href: to(practiceOf(worst.query)), text: texts.go }}
      />
    </section>
  );
}

function DifficultyChart({ difficulties, scope }: Pick<Overview, "difficulties" | "scope">) {
  const { words, say, to } = pageWords();
  const texts = words.analytics.difficulties;
  if (difficulties.length === 0) return null;
  const firstHard = difficulties.find(({ accuracy }) => (accuracy.share ?? 0) < half);
  const solid = difficulties.filter(({ difficulty }) => !firstHard || difficulty < firstHard.difficulty).at(-1);
  const sentence = !solid ? texts.noneYet : firstHard ? say(texts.sentence, { level: solid.difficulty }) : texts.all;
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
          href: to(practiceOf(within(scope, solid ? `difficulty>${Math.min(4, solid.difficulty)}` : "difficulty<3"))),
          text: solid ? texts.go : texts.goEasier,
        }}
      />
    </section>
  );
}
