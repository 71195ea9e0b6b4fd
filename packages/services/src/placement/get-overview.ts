import type { UserActor } from "@tidao/access";
import { longestPlacement } from "@tidao/measurement";
import { z } from "zod";
import { findTest, listItems } from "./test.repo";

export const placementOverviewDto = z.strictObject({
  most: z.number().int(),
  /** A placement that was left half-way. */
  open: z.strictObject({ answered: z.number().int(), startedAt: z.string() }).nullable(),
  lastFinishedAt: z.string().nullable(),
});

/** What stands before a placement: none yet, one half done, or one that a new one would change. */
export async function getOverview(actor: UserActor, _: object): Promise<z.infer<typeof placementOverviewDto>> {
  const [open, last] = await Promise.all([findTest(actor.subjectId, null, "open"), findTest(actor.subjectId, null, "finished")]);
  const answered = open ? (await listItems(open.id)).filter(({ answer }) => answer !== null).length : 0;
  return {
    most: longestPlacement,
    open: open && { answered, startedAt: open.startedAt.toISOString() },
    lastFinishedAt: last?.finishedAt?.toISOString() ?? null,
  };
}
