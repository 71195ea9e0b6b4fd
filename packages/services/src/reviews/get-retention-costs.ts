import type { UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import { z } from "zod";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { listAskableCards, readDay } from "./day.repo";
import { costOf, forecastDays } from "./forecast";
import { localDay } from "./local-day";

export const retentionCostsDto = z.strictObject({
  /** The days that were looked ahead. */
  days: z.number().int(),
  costs: z.array(z.strictObject({ retention: z.number(), minutesADay: z.number() })),
});
const compared = [0.8, 0.85, 0.9, 0.95];

/** What it costs to wish for less or more, every card scheduled by it. Asked for when somebody looks: it takes a forecast each. */
export async function getRetentionCosts(actor: UserActor, _: object, { clock }: { clock: Clock }): Promise<z.infer<typeof retentionCostsDto>> {
  const now = clock.now();
  const day = localDay(actor, now);
  const withheld = await listWithheldQuestionIds(actor, now);
  const [numbers, cards] = await Promise.all([readDay(actor.subjectId, withheld, day.start, now), listAskableCards(actor.subjectId, withheld)]);
  return { days: forecastDays, costs: compared.map((retention) => ({ retention, minutesADay: costOf(retention, cards, day, numbers) })) };
}
