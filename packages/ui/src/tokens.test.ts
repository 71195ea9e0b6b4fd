import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast, isInSrgb, type Oklch } from "./oklch";

const css = readFileSync(new URL("./theme/tokens.css", import.meta.url), "utf8");
const oklch = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
const token = new RegExp(String.raw`--(?:color-)?([\w-]+): light-dark\(${oklch}, ${oklch}\)`, "g");
const themes = { light: new Map<string, Oklch>(), dark: new Map<string, Oklch>() };
for (const [, name = "", ...numbers] of css.matchAll(token)) {
  const [l1 = 0, c1 = 0, h1 = 0, l2 = 0, c2 = 0, h2 = 0] = numbers.map(Number);
  themes.light.set(name, { l: l1, c: c1, h: h1 });
  themes.dark.set(name, { l: l2, c: c2, h: h2 });
}

const surfaces = ["paper", "raised", "sunken"];
const tones = ["right", "partial", "wrong", "warning"];
const mastery = ["mastery-0", "mastery-1", "mastery-2", "mastery-3", "mastery-4"];
/** Text and what it stands on: 4.5 to 1. */
const texts = [
  ...["ink", "muted", "accent", "accent-strong", ...tones].flatMap((name) => surfaces.map((on) => [name, on])),
  ...[...tones, "accent"].flatMap((tone) => ["ink", "muted", tone].map((name) => [name, `${tone}-soft`])),
  ["accent-strong", "accent-soft"],
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ...mastery.map((name) => [`on-${name}`, name]),
];
/** Outlines of controls, focus, marks of charts and the seal: 3 to 1. */
const shapes = [
  ...["edge", "focus", "figure-2", "figure-3"].flatMap((name) => surfaces.map((on) => [name, on])),
  ...tones.map((tone) => ["edge", `${tone}-soft`]),
  ["edge", "accent-soft"],
  ["focus", "accent-soft"],
  ["on-seal", "seal"],
  ["seal", "paper"],
];

describe.each(["light", "dark"] as const)("colours in the %s theme", (theme) => {
  const colors = themes[theme];
  const ratio = (one = "", other = "") => {
    const [a, b] = [colors.get(one), colors.get(other)];
    if (!a || !b) throw new Error(`no such token: ${a ? other : one}`);
    return contrast(a, b);
  };

  test("are all there and within what an ordinary screen can show", () => {
    expect(colors.size).toBeGreaterThan(30);
    expect([...colors].filter(([, color]) => !isInSrgb(color))).toEqual([]);
  });

  test.each(texts)("a reader can read %s on %s (4.5)", (one, other) => {
    expect(ratio(one, other)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)("a reader can make out %s on %s (3)", (one, other) => {
    expect(ratio(one, other)).toBeGreaterThanOrEqual(3);
  });

  test("five steps of mastery differ in lightness alone, each going the same way", () => {
    const steps = mastery.map((name) => colors.get(name)?.l ?? 0);
    const differences = steps.slice(1).map((l, index) => Math.abs(l - (steps[index] ?? 0)));
    expect(Math.min(...differences)).toBeGreaterThan(0.07);
    expect(steps.toSorted((a, b) => (theme === "light" ? b - a : a - b))).toEqual(steps);
  });
});
