import type { UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import type { z } from "zod";
import { recordEvent } from "../learning-record/event.repo";
import { applyReviewSettings, readWishes } from "../learning-record/review-wishes.repo";
import { forgetFittingAttempt } from "../parameter-fitting/fitting-attempt.repo";
import type { reviewSettingsInput } from "./review-settings.schema";

/** A learner's wishes of reviews: an event, because they decide when every later answer brings its card back. */
export async function updateReviewSettings(actor: UserActor, input: z.infer<typeof reviewSettingsInput>, { clock }: { clock: Clock }): Promise<null> {
  const { fitted: _, ...before } = await readWishes(actor.subjectId);
  const { reschedule, ...choice } = input;
  const same = Object.entries(choice).every(([name, value]) => String(before[name as keyof typeof before]) === String(value));
  // a second press of the same button does not grow the log
  if (same && !reschedule) return null;
  await recordEvent(actor, { kind: "review_settings_changed", body: input }, clock.now(), async (connection) => {
    await applyReviewSettings(connection, actor.subjectId, input);
    if (!input.fitting) await forgetFittingAttempt(connection, actor.subjectId);
  });
  return null;
}
