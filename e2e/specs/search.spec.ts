import { calling } from "../arrange";
import { expect, languages, look, test } from "../fixtures";
import { type NextQuestion, submissionOf } from "../load/calls";
import { answerSomehow, button, link, verdict } from "../screens/question";

const asked = {
  zh: { lesson: "连续批处理", wrong: "状态：答错", typo: "量华", meant: "量化", other: "quantization" },
  en: { lesson: "continuous batching", wrong: "is:wrong", typo: "quantizaton", meant: /quanti[sz]ation/, other: "量化" },
};

for (const locale of languages)
  test(`a learner finds a lesson's place, practises what went wrong, and is understood with a slip of the hand (${locale})`, async ({ as }) => {
    const me = await as([], { locale });
    const { page, words, say } = me;
    const texts = words.search;
    const { ask, tell } = await calling(me);
    const next = await ask<NextQuestion>("practice.getNextQuestion", { topic: "tokenisation" });
    await tell("practice.submitAnswer", { ...submissionOf(next.question!), answer: { kind: "blank" } });

    await me.open("/topics");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(async () => {
      await page.keyboard.press("/");
      await expect(page.getByRole("dialog").getByRole("searchbox")).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.type(asked[locale].lesson);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/search\?q=/);
    const hits = page.getByRole("list", { name: texts.title });
    await expect(hits.getByRole("listitem").first()).toBeVisible();
    await look(page);

    // down into the hits, along them and back, without a mouse
    const found = hits.getByRole("heading").getByRole("link");
    await expect(async () => {
      await page.keyboard.press("ArrowDown");
      await expect(found.first()).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.press("ArrowDown");
    await expect(found.nth(1)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator("#search-box")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(found.first()).toBeFocused();

    await link(me, texts.places.lessons).click();
    await expect(link(me, texts.places.lessons)).toHaveAttribute("aria-current", "true");
    await expect(hits.locator("mark").first()).toBeVisible();
    await hits.locator('a[href$="/topics/online-serving#batching"]').click();
    await expect(page).toHaveURL(/\/topics\/online-serving#batching$/);
    await expect(page.locator("#batching")).toBeInViewport();

    await expect(async () => {
      await page.keyboard.press("/");
      await expect(page.getByRole("dialog").getByRole("searchbox")).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.type(asked[locale].wrong);
    await page.keyboard.press("Enter");
    await expect(page.getByText(say(texts.count, { count: 1 }))).toBeVisible();
    await expect(hits.getByText(texts.states.wrong)).toBeVisible();
    await link(me, say(texts.practise, { count: 1 })).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: say(words.practice.search, { query: asked[locale].wrong }) })).toBeVisible();
    await answerSomehow(me);
    await button(me, words.practice.submit).click();
    await expect(verdict(me)).toBeVisible();
    // a search is one key away in the middle of practice too, and Escape comes back to it
    await page.keyboard.press("/");
    await expect(page.getByRole("dialog").getByRole("searchbox")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await link(me, words.practice.leave).click();

    const box = page.locator("#search-box");
    await expect(box).toHaveValue(asked[locale].wrong);
    await expect(async () => {
      await page.keyboard.press("/");
      await expect(box).toBeFocused({ timeout: 500 });
    }).toPass();
    await box.fill(asked[locale].typo);
    await page.keyboard.press("Enter");
    await expect(page.locator("[aria-live]").getByText(asked[locale].meant)).toBeVisible();
    await expect(hits.getByRole("listitem").first()).toBeVisible();
    await box.fill(asked[locale].other);
    await page.keyboard.press("Enter");
    await expect(hits.getByRole("listitem").first()).toBeVisible();

    await me.open("/search");
    await link(me, texts.presets.new).click();
    await expect(hits.getByText(texts.states.new).first()).toBeVisible();
    await me.open("/search?q=topic:nowhere");
    await expect(page.getByText(say(texts.problems.TOPIC_UNKNOWN, { value: "nowhere" }))).toBeVisible();
    await look(page);
    await me.open("/search?q=in:questions topic:");
    await expect(page.getByText(say(texts.problems.TOPIC_OPEN, { value: "topic:" }))).toBeVisible();
    await expect(box).toHaveValue("in:questions topic:");
    await expect(hits.getByRole("listitem").first()).toBeVisible();
    await me.open("/search?q=is:new is:wrong");
    await expect(page.getByText(texts.conflict.title)).toBeVisible();
    await look(page);
    await page.locator(".empty-state").getByRole("link").last().click();
    await expect(hits.getByText(texts.states.new).first()).toBeVisible();
  });

for (const locale of languages)
  test(`a learner whose search is too long is told so, sees all of it, and which filters do not fit (${locale})`, async ({ as }) => {
    const me = await as([], { locale });
    const { page, words, say } = me;
    const { tooLong, filters, states } = words.search;
    const long = "quantization ".repeat(25).trim();
    await me.open(`/search?q=${encodeURIComponent(long)}`);
    await expect(page.getByText(tooLong.title)).toBeVisible();
    await expect(page.getByText(say(tooLong.body, { most: 300, length: long.length, over: long.length - 300 }))).toBeVisible();
    await expect(page.locator("#search-box")).toHaveValue(long);
    await look(page);

    await page.locator("#search-box").fill(long.slice(0, 298));
    await page.keyboard.press("Enter");
    const due = page.getByRole("navigation", { name: filters.label }).getByRole("link", { name: states.due });
    await expect(due).toHaveAttribute("aria-disabled", "true");
    await expect(due).toContainText(filters.full);
    await expect(page.getByText(say(filters.isFull, { full: filters.full, most: 300 }))).toBeVisible();
    await look(page);

    await me.open(`/practice?search=${encodeURIComponent(long)}`);
    await expect(page).toHaveURL(/\/search\?q=/);
    await expect(page.locator("#search-box")).toHaveValue(long);
  });
