import { expect, test } from "vitest";
import { nameVariantInHand, readVariantInHand } from "./variant-in-hand";

const page = (address: string) => ({
  address,
  state: { __NA: true, __PRIVATE_NEXTJS_INTERNALS_TREE: {}, tidaoSitting: "s1" } as unknown,
  replaceState(state: unknown, _: string, address?: string | URL | null) {
    this.state = state;
    this.address = String(address);
  },
});
const practice = "https://tidao.example/en/practice?topic=tokenisation";

test("a learner who reloads in another like the last gets the same variant of it", () => {
  const entry = page(practice);
  nameVariantInHand({ question: "lat-goodput-floor", seed: 131 }, practice, entry);
  expect(entry.address).toBe(`${practice}&question=lat-goodput-floor&seed=131`);
  expect(readVariantInHand(entry.address)).toEqual({ question: "lat-goodput-floor", seed: 131 });
  expect(entry.state).toEqual({ tidaoSitting: "s1" });
});
test("a learner who reloads after the verdict goes on with the next question", () => {
  const entry = page(`${practice}&question=lat-goodput-floor&seed=131`);
  nameVariantInHand(null, entry.address, entry);
  expect(entry.address).toBe(practice);
});
test("an address that says it already is left alone", () => {
  const entry = page("unchanged");
  nameVariantInHand({ question: "q", seed: 7 }, `${practice}&question=q&seed=7`, entry);
  nameVariantInHand(null, `${practice}&search=a%20b`, entry);
  expect(entry.address).toBe("unchanged");
});
test("an address that asks for a question by name, or with a seed that is no number, holds none in hand", () => {
  for (const rest of [
    "",
    "&question=q",
    "&seed=7",
    "&question=q&seed=1.5",
    "&question=q&seed=-1",
    "&question=q&seed=x",
  ])
    expect(readVariantInHand(practice + rest)).toBeNull();
});
