import type { ApiData } from "../../api-data";

type Assignment = ApiData["assignments"]["getAssignment"];
type Release = Assignment["feedback"];

/**
 * What an assignment's page says about feedback.
 * @returns `open` once there is some to see, `held` while another assignment keeps it back, else when it opens; null where the time has passed and nothing was begun
 */
export function feedbackLine({
  assignment,
  feedback,
  held,
  attempts,
}: {
  assignment: Pick<Assignment["assignment"], "feedbackOpen" | "state">;
  feedback: Release;
  held: boolean;
  attempts: readonly unknown[];
}): "open" | "held" | Release | null {
  if (feedback === "never") return feedback;
  if (attempts.length > 0) return !assignment.feedbackOpen ? feedback : held ? "held" : "open";
  return assignment.state === "closed" ? null : feedback;
}
