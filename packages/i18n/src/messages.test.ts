import { type Locale, locales } from "@tidao/kernel";
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { formatPercent } from "./format";
import { formatMessage } from "./icu";
import { messages, pickMessages, playerLabels } from "./messages";

function sentences(locale: Locale): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string") found.set(path, value);
    else for (const [key, inner] of Object.entries(value ?? {})) walk(inner, path ? `${path}.${key}` : key);
  };
  walk(messages[locale], "");
  return found;
}
const all = { zh: sentences("zh"), en: sentences("en") };
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1] ?? ""))].toSorted();
/** A value for every placeholder: numbers where it is counted, a word otherwise. */
const anyParams = (text: string) =>
  Object.fromEntries(placeholders(text).map((name) => [name, text.includes(`{${name}, plural`) ? 2 : "word"]));

describe("the interface in two languages", () => {
  test("has the same keys in both", () => {
    expect([...all.zh.keys()].toSorted()).toEqual([...all.en.keys()].toSorted());
    expect(all.en.size).toBeGreaterThan(300);
  });

  test("has the same placeholders in both", () => {
    const different = [...all.en].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(all.zh.get(key) ?? "").join(),
    );
    expect(different).toEqual([]);
  });

  test("calls a layer of the map and a step of a path by two words: they are counted differently", () => {
    for (const locale of locales) {
      const shown = (text: string) => formatMessage(locale, text, { number: 3, step: 3 });
      expect(shown(messages[locale].topics.map.layer)).not.toBe(shown(messages[locale].paths.step));
    }
  });

  test.each(locales)("can be shown by next-intl, every sentence of it (%s)", (locale) => {
    const failures: string[] = [];
    const t = createTranslator({
      locale,
      messages: Object.fromEntries([...all[locale]].map(([key, text]) => [key.replaceAll(".", "/"), text])),
      onError: (error) => failures.push(error.message),
    });
    for (const [key, text] of all[locale]) {
      const shown = t(key.replaceAll(".", "/"), anyParams(text));
      if (/[{}]/.test(shown)) failures.push(`${key}: ${shown}`);
    }
    expect(failures).toEqual([]);
  });

  test.each(locales)(
    "writes a whole number as that language does wherever it stands, and a fraction as it is given (%s)",
    (locale) => {
      const found = messages[locale].teach.bank.found;
      expect(formatMessage(locale, found, { count: 1080 })).toContain("1,080");
      expect(formatMessage(locale, messages[locale].topics.questions, { count: 1080 })).toContain("1,080");
      expect(
        formatMessage(locale, "{from}–{to}, {value}, {id}", { from: 1, to: 2500, value: 1000.00001, id: "1000" }),
      ).toBe("1–2,500, 1000.00001, 1000");
    },
  );

  test.each(locales)("reads the same from our own small formatter as from next-intl (%s)", (locale) => {
    for (const [key, text] of all[locale]) {
      const t = createTranslator({ locale, messages: { sentence: text } });
      for (const count of [0, 1, 2, 12345]) {
        const params = Object.fromEntries(placeholders(text).map((name) => [name, count]));
        expect(formatMessage(locale, text, params), key).toBe(t("sentence", params).replaceAll("12345", "12,345"));
      }
    }
  });

  const shown = (locale: Locale) =>
    [...all[locale].values()].map((text) => formatMessage(locale, text, anyParams(text)));

  test("has no blank typed between Chinese and Latin: the style sheet makes that space", () => {
    expect(shown("zh").filter((text) => /\p{Script=Han} \w|\w \p{Script=Han}/u.test(text))).toEqual([]);
  });

  test("has full-width punctuation in Chinese and typographic quotes in both", () => {
    expect(shown("zh").filter((text) => /\p{Script=Han}[,.!?;:()]|["']/u.test(text))).toEqual([]);
    expect(shown("en").filter((text) => /["']|\.\.\./.test(text))).toEqual([]);
  });
});

test("one of something is said in the singular in English, also where it is a part of one or all there is", () => {
  const { classes, player, plan, reviews, teach } = messages.en;
  const said = (sentence: string, params: Record<string, string | number>) => formatMessage("en", sentence, params);
  for (const sentence of [player.feedback.points, classes.assignment.score, teach.work.attemptPoints])
    expect([1, 4].map((max) => said(sentence, { points: "0.5", max }))).toEqual(["0.5 of 1 point", "0.5 of 4 points"]);
  expect(said(classes.assignment.attempts, { used: 1, allowed: 1 })).toBe("1 of 1 attempt used");
  expect(said(teach.results.attemptsOf, { started: 1, allowed: 1 })).toBe("1 of 1 attempt");
  expect(said(plan.days.sentence, { news: 1, reviews: 1, days: 1 })).toMatch(/^1 minute of .* and 1 minute of /);
  expect(said(plan.drop.sentence, { questions: 1, topics: 1, minutes: 20, cost: "1%" })).toMatch(
    /^One question does not .* drops it\. /,
  );
  expect(said(reviews.forecast.sentence, { reviews: 9, days: 30, minutes: 1, today: "yes" })).toContain(
    " 1 minute a day;",
  );
});

describe("a percentage", () => {
  /** Each number before a percent sign, or the place of one, with all that stands between them. */
  const percentages = (text: string) => text.match(/(?:\d[\d.,]*|\}|#)\s*(?:[%％‰]|percent\b)|百分之/g) ?? [];

  test.each(locales)(
    "in a sentence is spelled as formatPercent spells it, which also writes the sign (%s)",
    (locale) => {
      const spelled = [...all[locale]].flatMap(([key, text]) => percentages(text).map((found) => ({ key, found })));
      expect(spelled.length).toBeGreaterThan(4);
      expect(spelled.filter(({ found }) => found !== formatPercent(locale, parseFloat(found) / 100, 2))).toEqual([]);
    },
  );

  test("spelled otherwise is noticed", () => {
    expect(percentages("95 % of 5％, {share}% and 3 percent, at 70%")).toEqual([
      "95 %",
      "5％",
      "}%",
      "3 percent",
      "70%",
    ]);
    expect(percentages("百分之五，50%")).toEqual(["百分之", "50%"]);
  });
});

test("a page sends only the namespaces it names", () => {
  expect(Object.keys(pickMessages("zh", ["home", "app"]))).toEqual(["home", "app"]);
});

test("the player's labels are a plain object that a server component can hand to the browser", () => {
  expect(structuredClone(playerLabels("zh"))).toEqual(messages.zh.player);
});
