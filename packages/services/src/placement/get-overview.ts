import type { UserActor } from "@tidao/access";
import { longestPlacement } from "@tidao/measurement";
import { z } from "zod";
import { findPlacements, findTest, listItems } from "./test.repo";

export const placementOverviewDto = z.strictObject({
  most: z.number().int(),
  /** A placement that was left half-way. */
  open: z.strictObject({ answered: z.number().int(), startedAt: z.string() }).nullable(),
  lastFinishedAt: z.string().nullable(),
});

/** The placement that was left half-way, if one was, and whether one was ever finished. */
export async function findPlacement(subjectId: string): Promise<{ open: { answered: number; startedAt: Date } | null; finished: boolean }> {
  const { open, finished } = await findPlacements(subjectId);
  return {
    open: open && { answered: (await listItems(open.id)).filter(({ answer }) => answer !== null).length, startedAt: open.startedAt },
    finished,
  };
}

/** What stands before a placement: none yet, one half done, or one that a new one would change. */
export async function getOverview(actor: UserActor, _: object): Promise<z.infer<typeof placementOverviewDto>> {
  const [{ open }, last] = await Promise.all([findPlacement(actor.subjectId), findTest(actor.subjectId, null, "finished")]);
  return {
    most: longestPlacement,
    open: open && { ...open, startedAt: open.startedAt.toISOString() },
    lastFinishedAt: last?.finishedAt?.toISOString() ?? null,
  };
}
