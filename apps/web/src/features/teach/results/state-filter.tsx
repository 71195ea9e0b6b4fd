import { formatNumber } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { Static } from "@tidao/next-kit/static";
import { pageWords } from "../../../page-words";
import { type Results, type ResultsQuery, resultsHref, statesShown } from "./results-query";

interface StateFilterProps {
  path: string;
  query: ResultsQuery;
  learners: Results["learners"];
}

/** How many are where, and at one press who they are. */
export function StateFilter({ path, query, learners }: StateFilterProps) {
  const { locale, words, say } = pageWords();
  const texts = words.teach.results;
  const tiles = ["" as const, ...statesShown(learners, query.state)].map((state) => ({
    state,
    label: state ? texts.states[state] : texts.all,
    count: state ? learners.filter((learner) => learner.state === state).length : learners.length,
  }));
  return (
    <Static
      as="nav"
      label={texts.filter}
      className={`grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line ${tiles.length > 4 ? "sm:grid-cols-5" : "min-[22rem]:grid-cols-4"}`}
    >
      {tiles.map(({ state, label, count }) => (
        <AppLink
          key={state}
          href={resultsHref(path, query, { state })}
          scroll={false}
          aria-current={query.state === state ? "true" : undefined}
          className="grid content-between bg-raised px-3 max-sm:nth-[5]:col-span-2 py-2 hover:bg-accent-soft aria-[current]:bg-accent-soft sm:px-4 forced-colors:border-b-4"
        >
          <span className="text-sm text-muted">
            {label}
            {/* what only a gap keeps apart is read as one word */}
            <span className="sr-only">{say(words.app.about, { word: "", what: "" })}</span>
          </span>
          <span className="text-xl font-semibold tabular-nums">{formatNumber(locale, count)}</span>
        </AppLink>
      ))}
    </Static>
  );
}
