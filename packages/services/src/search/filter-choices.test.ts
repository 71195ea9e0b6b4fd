import { longestSearch } from "@tidao/kernel";
import { describe, expect, test } from "vitest";
import { filterChoices } from "./filter-choices";
import { parseQuery, type TopicName } from "./parse-query";

const topics = [{ slug: "online-serving", title: { zh: "在线服务", en: "Online serving" } }];
const memory: TopicName[] = [{ slug: "memory", title: { en: "Memory", zh: "显存" } }];
const choicesOf = (written: string) => filterChoices(parseQuery(written, topics).query, topics, "en");
const all = (written: string) => {
  const { without: _, ...buttons } = choicesOf(written);
  return Object.values(buttons).flatMap((choices: { query: string; fits: boolean }[]) => choices);
};

describe("the buttons of filters", () => {
  test("say of themselves when the search with them would be too long, and only then", () => {
    // " is:due" has seven characters, " difficulty:1" thirteen
    const written = "x".repeat(longestSearch - " is:due".length);
    const { states, difficulties } = choicesOf(written);
    expect(states.find(({ value }) => value === "due")).toMatchObject({ fits: true, query: `${written} is:due` });
    expect(difficulties.map(({ fits }) => fits)).toEqual([false, false, false, false, false]);
    for (const { query, fits } of all(written)) expect(fits).toBe(query.length <= longestSearch);
  });
  test("all fit a search of a usual length, and take a filter out of a long one", () => {
    expect(all("kv cache").every(({ fits }) => fits)).toBe(true);
    const full = `${"x".repeat(longestSearch - " is:due".length)} is:due`;
    expect(choicesOf(full).states.find(({ value }) => value === "due")).toMatchObject({ active: true, fits: true, query: full.slice(0, -" is:due".length) });
  });
});

const without = (written: string) => filterChoices(parseQuery(written, memory).query, memory, "en").without;

test.each([
  ["zero is:wrong topic:memory", "zero"],
  ['"tensor parallel" -ring difficulty>3', '"tensor parallel" -ring'],
  ["zero", null],
  ["is:wrong", null],
])("who finds nothing with %s is offered the same words without filters: %s", (written, expected) => {
  expect(without(written)).toBe(expected);
});
