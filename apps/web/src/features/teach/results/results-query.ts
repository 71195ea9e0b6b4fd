import type { ApiData } from "../../../api-data";

export type Results = ApiData["teach"]["getResults"];
export type Learner = Results["learners"][number];
export const learnerStates = ["finished", "under-way", "not-handed-in", "not-started"] as const;
export type LearnerState = (typeof learnerStates)[number];

/** How the table stands in the address. `sort` is `name`, `state`, `points` or a question: `q3`. */
export interface ResultsQuery {
  view: "learners" | "questions";
  state: LearnerState | "";
  q: string;
  sort: string;
  down: boolean;
}
type Query = Readonly<Record<string, string | string[] | undefined>>;

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

export function resultsQueryOf(query: Query): ResultsQuery {
  const sort = one(query["sort"]);
  return {
    view: query["view"] === "questions" ? "questions" : "learners",
    state: learnerStates.find((state) => state === query["state"]) ?? "",
    q: one(query["q"]).slice(0, 100),
    sort: /^(state|points|mean|q\d{1,3})$/.test(sort) ? sort : "name",
    down: query["dir"] === "desc",
  };
}

/** An address of the page; what is usual is left out. */
export function resultsHref(path: string, query: ResultsQuery, change: Partial<ResultsQuery> = {}): string {
  const { view, state, q, sort, down } = { ...query, ...change };
  const search = [
    view === "questions" && "view=questions",
    state && `state=${state}`,
    q && `q=${encodeURIComponent(q.toWellFormed()).replaceAll("%20", "+")}`,
    sort !== "name" && `sort=${sort}`,
    down && "dir=desc",
  ].filter(Boolean);
  return search.length > 0 ? `${path}?${search.join("&")}` : path;
}

const stateOrder: Record<LearnerState, number> = {
  "not-started": 0,
  "not-handed-in": 1,
  "under-way": 2,
  finished: 3,
};
/** Before the due time nobody is late, after it nobody is under way: a state that cannot be is offered only where it was asked for. */
export function statesShown(learners: readonly Learner[], asked: ResultsQuery["state"]): LearnerState[] {
  const has = (state: LearnerState) => learners.some((learner) => learner.state === state);
  const isShown = {
    finished: true,
    "under-way": has("under-way") || !has("not-handed-in"),
    "not-handed-in": has("not-handed-in"),
    "not-started": true,
  };
  return learnerStates.filter((state) => isShown[state] || state === asked);
}

/** What nobody answered is less than nothing right: those who need help stand together. */
function valueOf(learner: Learner, sort: string): number {
  if (sort === "state") return stateOrder[learner.state];
  if (sort === "points") return learner.points ?? -1;
  return learner.cells[Number(sort.slice(1)) - 1]?.share ?? -1;
}

/** Those who are asked for, in the order asked for; within it as the class is ordered. */
export function arrange(learners: readonly Learner[], { state, q, sort, down }: ResultsQuery): Learner[] {
  const wanted = q.trim().normalize("NFKC").toLowerCase();
  const found = learners.filter(
    (learner) =>
      (!state || learner.state === state) &&
      (!wanted || `${learner.name}\n${learner.email}`.normalize("NFKC").toLowerCase().includes(wanted)),
  );
  if (sort === "name" || sort === "mean") return down ? found.toReversed() : found;
  const sign = down ? -1 : 1;
  return found.toSorted((a, b) => sign * (valueOf(a, sort) - valueOf(b, sort)));
}
