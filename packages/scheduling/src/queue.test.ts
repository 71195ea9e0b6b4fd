import { expect, test } from "vitest";
import { newCard } from "./card";
import { isDue, orderDue } from "./queue";

const now = new Date("2026-03-10T12:00:00Z");
const card = (id: string, daysLate: number, stability: number) => ({
  id,
  stability,
  due: new Date(now.getTime() - daysLate * 86_400_000),
});
const ids = (cards: { id: string }[]) => cards.map(({ id }) => id);

test("a card is due from its moment on", () => {
  expect(isDue(card("now", 0, 1), now)).toBe(true);
  expect(isDue(card("soon", -0.001, 1), now)).toBe(false);
});

test("what is lost fastest comes first, and what is not due is left out", () => {
  const cards = [card("year", 3, 365), card("two days", 1, 2), card("week", 7, 7), card("tomorrow", -1, 2)];
  expect(ids(orderDue(cards, now))).toEqual(["week", "two days", "year"]);
});

test("of two equally late, the one that fell due first comes first", () => {
  expect(ids(orderDue([card("b", 2, 2), card("a", 4, 4)], now))).toEqual(["a", "b"]);
});

test("a question never answered waits behind those being forgotten", () => {
  const fresh = { id: "new", ...newCard(new Date("2026-01-01T00:00:00Z")) };
  expect(ids(orderDue([fresh, card("just due", 0, 30)], now))).toEqual(["just due", "new"]);
});

test("ordering leaves the list that was given as it was", () => {
  const cards = [card("a", 1, 10), card("b", 5, 1)];
  orderDue(cards, now);
  expect(ids(cards)).toEqual(["a", "b"]);
});
