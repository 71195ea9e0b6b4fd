import type { ApiData } from "../../api-data";

type Results = ApiData["teach"]["getResults"];
export type Learner = Results["learners"][number];
export const learnerStates = ["not-started", "under-way", "finished"] as const;

/** Who is shown, and in which order, as the address says it. */
export interface ResultQuery {
  text: string;
  state: Learner["state"] | null;
  /** A number is the position of a question. */
  sort: "name" | "state" | "points" | number;
  descending: boolean;
}
type Address = Readonly<Record<string, string | string[] | undefined>>;

/** What first press on a column asks for: most points first, but the question's weakest answers. */
const startsDescending = (sort: ResultQuery["sort"]) => sort === "points";

export function resultQueryOf(address: Address): ResultQuery {
  const text = (name: string) => (typeof address[name] === "string" ? address[name] : "");
  const asked = text("sort");
  const question = /^q(\d{1,3})$/.exec(asked)?.[1];
  const sort = question ? Number(question) : asked === "state" || asked === "points" ? asked : "name";
  const order = text("order");
  return {
    text: text("q").trim().slice(0, 100),
    state: learnerStates.find((state) => state === text("state")) ?? null,
    sort,
    descending: order ? order === "desc" : startsDescending(sort),
  };
}

/** The query of the address; what is usual stays out of it. */
export function resultHref(path: string, { text, state, sort, descending }: ResultQuery): string {
  const query = new URLSearchParams();
  if (text) query.set("q", text);
  if (state) query.set("state", state);
  if (sort !== "name") query.set("sort", typeof sort === "number" ? `q${sort}` : sort);
  if (descending !== startsDescending(sort)) query.set("order", descending ? "desc" : "asc");
  return query.size ? `${path}?${query}` : path;
}

/** Where a press on a column's head leads: the column, or its other way round. */
export const sortedBy = (query: ResultQuery, sort: ResultQuery["sort"]): ResultQuery => ({
  ...query,
  sort,
  descending: query.sort === sort ? !query.descending : startsDescending(sort),
});

/** Those asked for, in the order asked for; who has nothing to be sorted by comes last either way. */
export function pickLearners({ learners, items }: Pick<Results, "learners" | "items">, query: ResultQuery): Learner[] {
  const wanted = query.text.toLocaleLowerCase();
  const column = items.findIndex((item) => item.position === query.sort);
  const valueOf = (learner: Learner): number | null => {
    if (query.sort === "state") return learnerStates.indexOf(learner.state);
    if (query.sort === "points") return learner.points;
    const cell = learner.cells[column];
    return cell && cell.verdict !== "pending" ? cell.share : null;
  };
  const found = learners.filter(
    ({ name, email, state }) =>
      (!query.state || state === query.state) && `${name}\n${email}`.toLocaleLowerCase().includes(wanted),
  );
  // they come in the order of their names
  if (query.sort === "name") return query.descending ? found.toReversed() : found;
  return found.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return query.descending ? b - a : a - b;
  });
}

/** Over those who have points; null when nobody has. */
export function meanPoints(learners: readonly Pick<Learner, "points">[]): number | null {
  const points = learners.flatMap((learner) => learner.points ?? []);
  return points.length > 0 ? points.reduce((sum, one) => sum + one, 0) / points.length : null;
}
