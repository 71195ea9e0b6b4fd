import type { MarkShape } from "@tidao/ui/mark";

export type AssignmentState = "upcoming" | "open" | "closed" | "archived";

/** Where an assignment stands for the class; a learner with an extension may still have it open. */
export function assignmentState(
  { opensAt, dueAt, archived }: { opensAt: string; dueAt: string; archived: boolean },
  now: Date,
): AssignmentState {
  if (archived) return "archived";
  if (now < new Date(opensAt)) return "upcoming";
  return now < new Date(dueAt) ? "open" : "closed";
}

/** How a state looks: a shape wherever a colour says something. */
export const stateLook: Record<AssignmentState, { tone: "neutral" | "accent"; shape?: MarkShape }> = {
  upcoming: { tone: "neutral", shape: "pending" },
  open: { tone: "accent", shape: "partial" },
  closed: { tone: "neutral", shape: "right" },
  archived: { tone: "neutral" },
};
