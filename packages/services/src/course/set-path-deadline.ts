import type { UserActor } from "@tidao/access";
import { type Clock, DomainError, localDate } from "@tidao/kernel";
import { z } from "zod";
import { applyPathDeadline, recordEvent } from "../learning-record/event.repo";
import { listPathRows } from "./topic.repo";

/** `date`: a day on the learner's calendar, or null for none. */
export const pathDeadlineInput = z.strictObject({ slug: z.string().max(60), date: z.iso.date().nullable() });

/**
 * Sets the day by which the learner wants to be done with a path that they have started, or takes it off.
 * @throws NOT_FOUND for a path that is not started; INPUT_INVALID for a day that is over
 */
export async function setPathDeadline(actor: UserActor, { slug, date }: z.infer<typeof pathDeadlineInput>, { clock }: { clock: Clock }): Promise<null> {
  const path = (await listPathRows(actor.subjectId)).find((p) => p.slug === slug);
  if (!path?.startedAt) throw new DomainError("NOT_FOUND", { what: "path" });
  if (path.deadline === date) return null;
  const now = clock.now();
  if (date !== null && date < localDate(now, actor.zone)) throw new DomainError("INPUT_INVALID", { field: "date" });
  await recordEvent(actor, { kind: "path_deadline_set", body: { path: slug, date } }, now, async (connection) => {
    await applyPathDeadline(connection, actor.subjectId, slug, date);
  });
  return null;
}
