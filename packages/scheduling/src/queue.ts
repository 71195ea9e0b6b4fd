import type { Card } from "./card";

const dayMs = 86_400_000;

export function isDue(card: Pick<Card, "due">, now: Date): boolean {
  return card.due <= now;
}

/**
 * The cards to review now, those most overdue for their stability first: a day late costs more recall on a card that
 * lasts two days than on one that lasts a year. Equal ones keep the order in which they fell due.
 */
export function orderDue<T extends Pick<Card, "due" | "stability">>(cards: readonly T[], now: Date): T[] {
  // A new card has no stability: nothing is known that could be lost, so it comes after all that is being forgotten.
  const lateness = (card: T) =>
    card.stability > 0 ? (now.getTime() - card.due.getTime()) / dayMs / card.stability : -1;
  return cards
    .filter((card) => isDue(card, now))
    .map((card) => ({ card, late: lateness(card) }))
    .sort((a, b) => b.late - a.late || a.card.due.getTime() - b.card.due.getTime())
    .map(({ card }) => card);
}
