import type { UserActor } from "@tidao/access";
import { type Clock, DomainError, isTimeZone } from "@tidao/kernel";
import { z } from "zod";
import { savePreferences } from "./preferences.repo";

export const preferencesInput = z.strictObject({
  name: z.string().trim().min(1).max(80).optional(),
  locale: z.enum(["zh", "en"]).optional(),
  zone: z.string().max(60).optional(),
  theme: z.enum(["system", "light", "dark"]).optional(),
  motion: z.enum(["system", "reduce"]).optional(),
  asksConfidence: z.boolean().optional(),
});

/** Name, language, time zone, theme, motion, and whether practice asks how sure one is. A new zone is an event: it decides on which day an answer counts. */
export async function updatePreferences(actor: UserActor, input: z.infer<typeof preferencesInput>, { clock }: { clock: Clock }): Promise<null> {
  if (input.zone !== undefined && !isTimeZone(input.zone)) throw new DomainError("INPUT_INVALID", { field: "zone" });
  await savePreferences(actor, input, clock.now());
  return null;
}
