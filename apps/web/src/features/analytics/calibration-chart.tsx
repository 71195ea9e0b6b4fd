import { formatNumber, formatPercent } from "@tidao/i18n/format";
import { LineChart } from "@tidao/ui/charts/line-chart";
import { pageWords } from "../../page-words";
import { EmptyChart } from "./empty-chart";
import { practiceOf, within } from "./practice-of";
import type { Overview } from "./totals";
import { againstRight } from "./what-figures-say";

const ticks = [0, 0.25, 0.5, 0.75, 1];

/** Share right against what was said, with the Brier score. */
export function CalibrationChart({ calibration, scope }: Pick<Overview, "calibration" | "scope">) {
  const { levels, report, furthest } = calibration;
  const { locale, words, say, to } = pageWords();
  const texts = words.analytics.calibration;
  const percent = (share: number) => formatPercent(locale, share);
  const said = levels.filter((level) => level.answers > 0);
  const axis = ticks.map((at) => ({ at, text: percent(at) }));
  const name = (level: number) => words.player.confidence.levels[String(level) as "1" | "2" | "3" | "4"];
  if (!report)
    return (
      <section className="grid gap-4" aria-labelledby="calibration">
        <h2 id="calibration">{texts.title}</h2>
        <EmptyChart go={{ href: to("/practice"), text: words.analytics.empty.action }}>{texts.none}</EmptyChart>
      </section>
    );
  const right = said.reduce((sum, level) => sum + level.right, 0) / report.answers;
  const pair = { stated: percent(right + report.bias), right: percent(right), n: formatNumber(locale, report.answers) };
  return (
    <section className="grid gap-4" aria-labelledby="calibration">
      <h2 id="calibration">{texts.title}</h2>
      <LineChart
        sentence={say(texts[againstRight(report)], pair)}
        lines={[
          {
            key: "perfect",
            name: texts.perfect,
            role: "compare",
            points: [
              { x: 0, y: 0 },
              { x: 1, y: 1 },
            ],
          },
          {
            key: "own",
            name: texts.own,
            points: said.map(({ stated, accuracy }) => ({ x: stated, y: accuracy.share ?? 0 })),
          },
        ]}
        axes={texts.axes}
        xTicks={axis}
        yTicks={axis}
        table={{
          label: words.app.chart.table,
          columns: [
            texts.level,
            texts.stated,
            words.analytics.right,
            words.analytics.interval,
            words.analytics.answers,
          ],
          rows: levels.map(({ level, stated, accuracy, answers }) => [
            name(level),
            percent(stated),
            accuracy.share === null ? "–" : percent(accuracy.share),
            accuracy.share === null ? "–" : `${percent(accuracy.low)}–${percent(accuracy.high)}`,
            formatNumber(locale, answers),
          ]),
        }}
        action={{
          href: to(
            practiceOf(furthest ? `${furthest.query} ${words.analytics.wrong}` : within(scope, words.analytics.wrong)),
          ),
          text: furthest ? say(texts.goTopic, { topic: furthest.title }) : texts.go,
        }}
      />
      <p className="grid gap-1 text-sm text-muted">
        {furthest && (
          <span>
            {say(texts.furthest, {
              topic: furthest.title,
              stated: percent(furthest.stated),
              right: percent(furthest.right),
              answers: formatNumber(locale, furthest.answers),
            })}
          </span>
        )}
        <span>{say(texts.brier, { score: formatNumber(locale, report.brier, 3) })}</span>
      </p>
    </section>
  );
}
