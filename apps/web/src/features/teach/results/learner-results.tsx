import { formatPercent, formatPoints, formatInstant, zoneName } from "@tidao/i18n/format";
import { wallTime } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { Icon } from "@tidao/ui/icon";
import { AppLink } from "@tidao/next-kit/app-link";
import { pack } from "@tidao/next-kit/packed";
import { sendByContent } from "@tidao/next-kit/send-once";
import { Static } from "@tidao/next-kit/static";
import { pageWords } from "../../../page-words";
import { FilterForm } from "../filter-form";
import { arrange, type Results, type ResultsQuery, resultsHref } from "./results-query";
import { ResultsTable, type ResultsTableData } from "./results-table";
import { StateFilter } from "./state-filter";
import { type ResultsColumn, type ResultsRow, tableHtml, type Verdict } from "./table-html";

interface LearnerResultsProps {
  path: string;
  query: ResultsQuery;
  results: Results;
  readOnly: boolean;
  zone: string;
}
const verdicts: readonly Verdict[] = ["right", "partial", "wrong", "pending"];

/** Who has done what: counts that filter, then learners by questions. */
export function LearnerResults({ path, query, results, readOnly, zone }: LearnerResultsProps) {
  const { words, to } = pageWords();
  const texts = words.teach.results;
  const { assignment, learners } = results;
  if (learners.length === 0)
    return (
      <Empty
        title={words.teach.room.members.none}
        action={
          <AppLink className="link" href={to(`/teach/classes/${assignment.classId}`)}>
            {texts.toClass}
          </AppLink>
        }
      >
        {texts.nobody}
      </Empty>
    );
  const shown = arrange(learners, query);
  const all = (
    <AppLink
      className="link inline-flex min-h-6 items-center"
      href={resultsHref(path, query, { state: "", q: "" })}
      scroll={false}
    >
      {texts.all}
    </AppLink>
  );
  return (
    <div className="grid min-w-0 gap-5">
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-end">
        <StateFilter path={path} query={query} learners={learners} />
        <FilterForm values={{ q: query.q }} path={path} label={texts.search} className="grid gap-1">
          <label className="field-label" htmlFor="find-learner">
            {texts.search}
          </label>
          {query.state && <input type="hidden" name="state" value={query.state} />}
          {query.sort !== "name" && <input type="hidden" name="sort" value={query.sort} />}
          {query.down && <input type="hidden" name="dir" value="desc" />}
          <span className="flex gap-2">
            <input
              id="find-learner"
              className="input"
              type="search"
              name="q"
              defaultValue={query.q}
              maxLength={100}
              placeholder={texts.searchHint}
            />
            <Button type="submit" icon aria-label={texts.search}>
              <Icon name="search" />
            </Button>
          </span>
        </FilterForm>
      </div>
      {shown.length > 0 ? (
        <Matrix path={path} query={query} results={results} rows={shown} readOnly={readOnly} zone={zone} />
      ) : (
        <div className="flex flex-wrap gap-x-3 text-muted">
          <p role="status">{texts.noneFound}</p>
          {all}
        </div>
      )}
      <Static as="div" className="grid gap-1 text-sm text-muted">
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {texts.legend}
          {verdicts.map((verdict) => (
            <span key={verdict} className={`verdict-shape verdict-${verdict}`}>
              {words.verdicts[verdict]}
            </span>
          ))}
          <span>– {texts.unanswered}</span>
        </p>
        <p>{texts.best}</p>
      </Static>
    </div>
  );
}

function Matrix({
  path,
  query,
  results: { assignment, items, learners },
  rows,
  readOnly,
  zone,
}: LearnerResultsProps & { rows: Results["learners"] }) {
  const { locale, words, say } = pageWords();
  const { results: texts, extension, room, work } = words.teach;
  const column = (key: string, label: string, title?: string): ResultsColumn => {
    const isSorted = query.sort === key;
    return {
      key,
      label,
      title: title ?? say(texts.sortBy, { column: label }),
      // points and questions are of most interest from the top, names from A
      href: resultsHref(path, query, { sort: key, down: isSorted ? !query.down : /^(points|state)/.test(key) }),
      sorted: isSorted ? (query.down ? "descending" : "ascending") : null,
    };
  };
  const points = learners.flatMap((learner) => learner.points ?? []);
  const mean = points.length ? points.reduce((sum, one) => sum + one, 0) / points.length : null;
  const about = ({ attemptsStarted, attempts, finishedAt }: Results["learners"][number]) =>
    [
      say(texts.attemptsOf, { started: attemptsStarted, allowed: attempts }),
      ...(finishedAt ? [say(work.handedIn, { time: formatInstant(locale, finishedAt, zone) })] : []),
    ].join(" · ");
  const asRow = (learner: Results["learners"][number]): ResultsRow => ({
    userId: learner.userId,
    name: learner.name,
    email: learner.email,
    state: learner.state,
    attempts:
      learner.attempts > 1 && learner.attemptsStarted > 0 ? `${learner.attemptsStarted}/${learner.attempts}` : null,
    about: learner.attemptsStarted > 0 ? about(learner) : null,
    sawKey: learner.sawFeedback,
    started: learner.attemptsStarted,
    points: learner.points,
    outOf: learner.maxPoints === assignment.points ? null : learner.maxPoints,
    override: learner.override && {
      due: learner.override.dueAt ? wallTime(new Date(learner.override.dueAt), zone) : "",
      dueText: say(texts.extendedUntil, { time: formatInstant(locale, learner.dueAt, zone) }),
      attempts: learner.override.attempts,
      reason: learner.override.reason,
    },
    cells: learner.cells,
  });
  const table = tableHtml(rows.map(asRow), {
    assignmentId: assignment.id,
    locale,
    columns: [
      column("name", texts.learner),
      column("points", `${texts.points} /${assignment.points}`),
      column("state", texts.state),
      ...items.map((item) =>
        column(
          `q${item.position}`,
          say(texts.short, { number: item.position }),
          `${item.topicTitle} · ${words.questionKinds[item.kind]}`,
        ),
      ),
    ],
    means: items.map((item) => (item.meanShare === null ? "–" : formatPercent(locale, item.meanShare))),
    handedIn: `${learners.filter((learner) => learner.state === "finished").length}/${learners.length}`,
    meanPoints: mean === null ? "–" : formatPoints(locale, mean),
    questionIds: items.map((item) => item.questionId),
    readOnly,
    words: {
      states: texts.states,
      verdicts: words.verdicts,
      mean: texts.mean,
      extend: texts.extend,
      extended: texts.extended,
      about: words.app.about,
    },
  });
  const data: ResultsTableData = {
    assignmentId: assignment.id,
    zone,
    words: {
      label: texts.title,
      copy: texts.copy,
      copied: texts.copied,
      notCopied: room.join.notCopied,
      extension: {
        texts: extension,
        classDue: formatInstant(locale, assignment.dueAt, zone),
        classDueField: wallTime(new Date(assignment.dueAt), zone),
        classAttempts: String(assignment.attempts),
        zone: zoneName(locale, zone, assignment.dueAt),
        cancel: words.app.actions.cancel,
      },
    },
    failure: { locale, offline: words.app.state.offline, zone },
  };
  return <ResultsTable data={pack(data)} table={sendByContent(table)} />;
}
