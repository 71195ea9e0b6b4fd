import type { UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { markRepliesSeen } from "./report.repo";

/** The learner has looked at what became of their reports: home tells of it no longer. What was held back is told of later. */
export async function seeReplies(actor: UserActor, _: object, { clock }: { clock: Clock }): Promise<null> {
  const now = clock.now();
  await markRepliesSeen(actor.subjectId, await listWithheldQuestionIds(actor, now), now);
  return null;
}
