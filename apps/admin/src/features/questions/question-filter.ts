import type { ApiData, ApiInput } from "../../api-data";
import { addressOf, among, oneOf, pageOf, type SearchParams } from "../desk/filter-address";

export type QuestionKind = ApiData["questions"]["getQuestion"]["kind"];
export type QuestionFilter = ApiInput["questions"]["listQuestions"];
type Value<K extends keyof QuestionFilter> = Exclude<QuestionFilter[K], null | undefined>;

// the order of the course's own list; the compiler names a kind that is missing here
const kinds: Record<QuestionKind, true> = {
  "single-choice": true,
  "multiple-choice": true,
  numeric: true,
  ordering: true,
  matching: true,
  cloze: true,
  "find-error": true,
  "short-answer": true,
};
export const questionKinds = Object.keys(kinds) as QuestionKind[];
export const questionStatuses = ["published", "draft", "retired"] as const satisfies readonly Value<"status">[];
export const questionOrders = ["id", "changed", "answers", "points"] as const satisfies readonly Value<"order">[];
export const difficulties = [1, 2, 3, 4, 5] as const;

/** The filter that an address names; what it does not know is left out. */
export const readQuestionFilter = (params: SearchParams): QuestionFilter => ({
  text: oneOf(params, "text")?.slice(0, 200),
  topic: oneOf(params, "topic")?.slice(0, 60),
  kind: among(questionKinds, oneOf(params, "kind")),
  status: among(questionStatuses, oneOf(params, "status")),
  difficulty: among(difficulties, oneOf(params, "difficulty")),
  order: among(questionOrders, oneOf(params, "order")) ?? "id",
  page: pageOf(params),
});

export const questionsHref = ({ page = 1, order = "id", ...rest }: QuestionFilter): string =>
  addressOf("/questions", { ...rest, order: order === "id" ? null : order, page: page === 1 ? null : page });
