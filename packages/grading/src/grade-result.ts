import type { Text } from "./text.schema";

/** `pending`: a short answer of which some key points were not matched; the learner (or an instructor) decides those. */
export type Verdict = "right" | "partial" | "wrong" | "pending";

/** One line of feedback on one part (choice, item, pair, blank, span, key point) of the question. */
export interface PartFeedback {
  id: string;
  /** What the learner did with it: chose it, filled it, matched it. */
  chosen: boolean;
  /** Whether that was right (an unchosen wrong choice is right). */
  right: boolean;
  why?: Text;
  /** Index of the written or computed distractor that the value met; `why` is then that distractor's. */
  trap?: number;
  /** The right value, where there is one to show (a blank's word, a span's correction, a pair's right side id). */
  key?: Text;
}

/** Where `content/render` keeps the explanation that belongs to a line of feedback. */
export const whyKey = ({ id, trap }: Pick<PartFeedback, "id" | "trap">): string =>
  trap === undefined ? id : `${id}:${trap}`;

export interface GradeResult {
  verdict: Verdict;
  /** Share of the points earned by the answer alone, 0 to 1; hints are charged by `chargeHints`. */
  points: number;
  parts: PartFeedback[];
  /** Misconceptions that the answer shows, most telling first. */
  misconceptions: string[];
}
/** An answer that cannot be read is sent back, not graded: nothing is stored. */
export type Unreadable = { unreadable: "number" | "unit" | "unitless" | "unknown-part" | "kind" };
