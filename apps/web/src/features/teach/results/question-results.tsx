import { formatShare } from "@tidao/i18n/format";
import { Meter } from "@tidao/ui/meter";
import type { ApiData } from "../../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../../page-words";
import { StemExcerpt } from "../stem-excerpt";
import { QuestionFacts } from "../set/bank-row";
import { type Results, type ResultsQuery, resultsHref } from "./results-query";
import type { Verdict } from "./table-html";

interface QuestionResultsProps {
  path: string;
  query: ResultsQuery;
  results: Results;
  questions: ApiData["teach"]["listAssignmentQuestions"];
  previewHref: (questionId: string, versionId: string) => string;
}
const verdicts: readonly Verdict[] = ["right", "partial", "wrong", "pending"];

/** What the class makes of each question: how many points it earned, and by which verdicts. */
export function QuestionResults({ path, query, results, questions, previewHref }: QuestionResultsProps) {
  const { words } = pageWords();
  const texts = words.teach.results;
  const isByMean = query.sort === "mean";
  const items = isByMean ? results.items.toSorted((a, b) => (a.meanShare ?? 2) - (b.meanShare ?? 2)) : results.items;
  const byPosition = new Map(questions.map(({ position, question }) => [position, question]));
  return (
    <div className="grid gap-4">
      <nav aria-label={texts.orders} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {[
          { label: texts.inOrder, sort: "name", current: !isByMean },
          { label: texts.hardest, sort: "mean", current: isByMean },
        ].map(({ label, sort, current }) => (
          <AppLink
            key={sort}
            className="link inline-flex min-h-6 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            href={resultsHref(path, query, { sort, down: false })}
            aria-current={current ? "true" : undefined}
            scroll={false}
          >
            {label}
          </AppLink>
        ))}
      </nav>
      <ol className="divide-y divide-line border-y border-line">
        {items.map((item) => (
          <QuestionResult
            key={item.questionId}
            item={item}
            index={item.position - 1}
            learners={results.learners}
            question={byPosition.get(item.position) ?? null}
            previewHref={previewHref}
          />
        ))}
      </ol>
    </div>
  );
}

function QuestionResult({
  item,
  index,
  learners,
  question,
  previewHref,
}: {
  item: Results["items"][number];
  index: number;
  learners: Results["learners"];
  question: QuestionResultsProps["questions"][number]["question"] | null;
  previewHref: QuestionResultsProps["previewHref"];
}) {
  const { locale, words, say } = pageWords();
  const texts = words.teach.results;
  const cells = learners.map((learner) => learner.cells[index] ?? null);
  const count = (verdict: Verdict) => cells.filter((cell) => cell?.verdict === verdict).length;
  const missing = cells.filter((cell) => cell === null).length;
  return (
    <li
      id={`q${item.position}`}
      value={item.position}
      className="grid gap-x-6 gap-y-3 py-5 md:grid-cols-[2.5rem_minmax(0,1fr)_17rem]"
    >
      <span className="text-lg font-semibold text-muted tabular-nums max-md:hidden" aria-hidden>
        {item.position}
      </span>
      <div className="grid min-w-0 content-start gap-2">
        <h2 className="text-sm font-normal text-muted md:sr-only">{say(texts.question, { number: item.position })}</h2>
        {question ? (
          <>
            <StemExcerpt html={question.stemHtml} />
            <QuestionFacts question={question} />
            <p className="text-sm">
              <AppLink
                className="link"
                href={previewHref(item.questionId, item.pinned ? question.versionId : "")}
                scroll={false}
                aria-label={say(words.app.about, {
                  word: words.teach.bank.preview,
                  what: say(texts.question, { number: item.position }),
                })}
              >
                {words.teach.bank.preview}
              </AppLink>
            </p>
          </>
        ) : (
          <p className="text-muted">{texts.questionNone}</p>
        )}
      </div>
      <div className="grid content-start gap-2">
        <Meter
          label={texts.mean}
          text={item.meanShare === null ? "–" : formatShare(locale, item.meanShare, item.answers)}
          value={Math.round((item.meanShare ?? 0) * 100)}
          max={100}
        />
        {/* a list: “Not right: 2” and “1 without an answer” in one line are heard as 21 */}
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {verdicts.map(
            (verdict) =>
              count(verdict) > 0 && (
                <li key={verdict} className={`verdict-shape verdict-${verdict}`}>
                  {say(texts.verdictCount, { verdict: words.verdicts[verdict], count: count(verdict) })}
                </li>
              ),
          )}
          {missing > 0 && <li className="text-muted">{say(texts.missing, { count: missing })}</li>}
        </ul>
      </div>
    </li>
  );
}
