import { formatPoints } from "@tidao/i18n/format";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { meanPoints } from "./result-query";

/** How far the class is, in four numbers. */
export function ResultCounts({ assignment, learners }: ApiData["teach"]["getResults"]) {
  const { locale, words, say } = pageWords();
  const texts = words.teachResults.list;
  const mean = meanPoints(learners);
  const count = (state: "finished" | "under-way" | "not-started") =>
    say(texts.of, { count: learners.filter((one) => one.state === state).length, total: learners.length });
  const facts = [
    [texts.counts.finished, count("finished")],
    [texts.counts["under-way"], count("under-way")],
    [texts.counts["not-started"], count("not-started")],
    [
      texts.counts.mean,
      mean !== null
        ? say(texts.meanOf, {
            mean: formatPoints(locale, mean),
            max: formatPoints(locale, assignment.points),
            n: learners.filter((learner) => learner.points !== null).length,
          })
        : texts.nothingYet,
    ],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-3 sm:flex sm:flex-wrap">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="text-lg tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
