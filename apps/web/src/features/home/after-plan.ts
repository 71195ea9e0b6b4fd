import type { Messages } from "@tidao/i18n";

/** Where both a plan and reviews wait, which of them comes first: what home itself names as the next thing. */
export const afterPlan = (
  texts: Pick<Messages["home"]["due"], "afterPlan">,
  { due, plan }: { due: number; plan: { itemsLeft: number } | null },
): string | null => (due > 0 && plan !== null && plan.itemsLeft > 0 ? texts.afterPlan : null);
