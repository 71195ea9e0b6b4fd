import { fsrsWeights } from "../card";
import { chooseDay } from "./choose-day";
import { dealDeck } from "./deck";
import { priorForgetting } from "./forgetting-factor";
import { memoryModel } from "./memory-model";
import type { PlanInput } from "./plan-input";
import { studyDays } from "./study-days";

/** Today's items alone, without looking further: the same as the first day of `planStudy`, before it is mixed by topic. */
export function planToday(input: PlanInput): string[] {
  const days = studyDays(input);
  const [today] = days;
  if (!today || today.budget === 0) return [];
  const memory = memoryModel(fsrsWeights({ ...(input.parameters && { parameters: input.parameters }) }));
  const factor = Math.exp((input.forgetting ?? priorForgetting).mean);
  const chosen = chooseDay(dealDeck(input), memory, { ...today, day: 0, end: days.length, factor });
  return chosen.flatMap((i) => input.cards[i]?.id ?? []);
}
