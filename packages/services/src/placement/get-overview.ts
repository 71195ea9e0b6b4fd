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

/** The placement that was left half-way, if one was. */
export async function findOpenPlacement(subjectId: string): Promise<{ answered: number; startedAt: Date } | null> {
  const open = await findTest(subjectId, null, "open");
  return open && { answered: (await listItems(open.id)).filter(({ answer }) => answer !== null).length, startedAt: open.startedAt };
}

/** What stands before a placement: none yet, one half done, or one that a new one would change. */
export async function getOverview(actor: UserActor, _: object): Promise<z.infer<typeof placementOverviewDto>> {
  const [open, last] = await Promise.all([findOpenPlacement(actor.subjectId), findTest(actor.subjectId, null, "finished")]);
  return {
    most: longestPlacement,
    open: open && { ...open, startedAt: open.startedAt.toISOString() },
    lastFinishedAt: last?.finishedAt?.toISOString() ?? null,
  };
}
