import type { ApiData } from "../../api-data";

type Assignment = ApiData["assignments"]["getAssignment"];
type Release = Assignment["feedback"];

/**
 * What an assignment's page says about feedback.
 * @returns `open` once there is some to see, else when it opens; null where the time has passed and nothing was begun
 */
export function feedbackLine({
  assignment,
  feedback,
  attempts,
}: {
  assignment: Pick<Assignment["assignment"], "feedbackOpen" | "state">;
  feedback: Release;
  attempts: readonly unknown[];
}): "open" | Release | null {
  if (feedback === "never") return feedback;
  if (attempts.length > 0) return assignment.feedbackOpen ? "open" : feedback;
  return assignment.state === "closed" ? null : feedback;
}
