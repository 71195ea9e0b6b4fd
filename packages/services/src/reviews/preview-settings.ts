import type { UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import { z } from "zod";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { listAskableCards, readDay } from "./day.repo";
import { loadUnder } from "./forecast";
import { localDay } from "./local-day";
import type { reviewSettingsInput } from "./review-settings.schema";

const load = z.strictObject({ minutesADay: z.number(), dueToday: z.number().int(), levelIn: z.number().int().nullable() });
export const settingsPreviewDto = z.strictObject({ before: load, after: load });

/** What a change of settings would do to the load, before it is made. */
export async function previewReviewSettings(
  actor: UserActor,
  { reschedule, ...choice }: z.infer<typeof reviewSettingsInput>,
  { clock }: { clock: Clock },
): Promise<z.infer<typeof settingsPreviewDto>> {
  const now = clock.now();
  const today = localDay(actor, now);
  const withheld = await listWithheldQuestionIds(actor, now);
  const [numbers, cards] = await Promise.all([
    readDay(actor.subjectId, withheld, today.start, now),
    listAskableCards(actor.subjectId, withheld),
  ]);
  return {
    before: loadUnder(cards, today, numbers, numbers.wishes, false),
    after: loadUnder(cards, today, numbers, choice, reschedule),
  };
}
