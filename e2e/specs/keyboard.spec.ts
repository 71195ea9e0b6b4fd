import type { Locator, Page } from "@playwright/test";
import { sql } from "../database";
import { expect, languages, look, type Person, test } from "../fixtures";
import { button, verdict } from "../screens/question";

/** A question of the course of each kind, by its id. */
const asked = {
  single: "tok-crf-parameters",
  multiple: "tok-subword-facts",
  numeric: "tok-wordpiece-first-merge",
  ordering: "tok-building-steps",
  matching: "tok-methods-matching",
  cloze: "tok-hmm-crf-cloze",
  findError: "tok-crf-memo",
  shortAnswer: "tok-which-compresses",
  parameterised: "tok-embedding-bytes",
};

/** What a finger or a shaky hand has to hit: 24 px at least, each line of a word in a sentence too. */
async function expectTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll("main :is(button, input, select, textarea, summary, [role=button], a.link, a.button)")) {
      // a hidden radio is pressed by its label; a link in a sentence is exempt
      const target = element.matches("input[type=radio], input[type=checkbox]") ? (element.closest("label") ?? element) : element;
      if (target.closest("p, li") && target.matches("a")) continue;
      for (const { width, height } of target.getClientRects())
        if (width > 0 && (height < 24 || width < 24)) found.push(`${target.tagName}.${target.className} ${Math.round(width)}×${Math.round(height)}`);
    }
    return found;
  });
  expect(small, "targets under 24 px").toEqual([]);
}

/** The focus is not behind the bar that stands under the thumb. */
const expectInSight = (target: Locator) =>
  expect
    .poll(
      () =>
        target.evaluate((element) => {
          const shown = element.closest("label") ?? element;
          const { left, top, width, height } = shown.getBoundingClientRect();
          const there = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 40));
          return there !== null && (shown.contains(there) || there.contains(shown));
        }),
      { message: `${target.toString()} is covered` },
    )
    .toBe(true);

/** The hands of somebody who has only a keyboard. */
function keyboard({ page }: Pick<Person, "page">) {
  const press = (key: string) => page.keyboard.press(key);
  /** Tab until the focus stands on it: what cannot be reached is not there for this person. */
  const reach = async (target: Locator) => {
    await expect(target).toBeVisible();
    for (let steps = 0; steps < 60; steps++) {
      if (await target.evaluate((element) => element === document.activeElement)) return expectInSight(target);
      await press("Tab");
    }
    throw new Error(`the keyboard does not reach ${target.toString()}`);
  };
  return { press, reach, type: (text: string) => page.keyboard.insertText(text) };
}

/** Each language once, on a phone or on a desk; in both where there is time for it. */
const walks = languages.flatMap((locale) =>
  [true, false].filter((phone) => process.env.TIDAO_TEST_SIZE === "long" || phone === (locale === "zh")).map((phone) => ({ locale, phone })),
);

for (const { locale, phone } of walks)
  test(`every kind of question is answered, explained and left by keyboard alone (${locale}, ${phone ? "phone" : "desktop"})`, async ({ as }) => {
    const me = await as([], { locale, phone, scheme: phone ? "dark" : "light" });
    const { page, words, say } = me;
    const { press, reach, type } = keyboard(me);
    const texts = words.player;
    const stem = () => page.locator(".question .stem").innerText();
    const sure = (level: 1 | 2 | 3 | 4) => page.getByRole("radio", { name: texts.confidence.levels[level] });
    const submit = button(me, words.practice.submit);

    const meet = async (question: string) => {
      await me.open(`/practice?question=${question}`);
      await expect(submit).toBeVisible();
      // listening only once the page's script has run
      await expect.poll(() => page.evaluate(() => Object.keys(document.querySelector("form") ?? {}).some((key) => key.startsWith("__react")))).toBe(true);
      await look(page);
      await expectTargets(page);
    };
    const told = async () => {
      await expect(verdict(me)).toBeFocused();
      await look(page);
      await expectTargets(page);
    };
    const goOn = async () => {
      const before = await stem();
      await press("Enter");
      await expect(verdict(me)).toBeHidden();
      await expect(submit).toBeVisible();
      expect(await stem()).not.toBe(before);
      expect(await page.evaluate(() => document.activeElement?.querySelector(".stem") !== null)).toBe(true);
    };

    await test.step("single choice: 2 chooses, 9 says how sure, ? shows the keys and Escape puts them away", async () => {
      await meet(asked.single);
      const choices = page.getByRole("group", { name: texts.choices.one }).getByRole("radio");
      await press("1");
      await expect(choices.first()).toBeChecked();
      await reach(choices.first());
      await press("?");
      const sheet = page.getByRole("dialog", { name: words.app.keys.title });
      await expect(sheet).toBeVisible();
      await expect(sheet).toContainText(words.app.keys.submitText);
      // nothing behind the sheet can be pressed
      await press("2");
      await press("8");
      await expect(sheet).toBeVisible();
      await look(page);
      await press("Escape");
      await expect(sheet).toBeHidden();
      await expect(choices.first()).toBeFocused();
      await expect(choices.first()).toBeChecked();
      await expect(sure(2)).not.toBeChecked();
      await press("2");
      await expect(choices.nth(1)).toBeChecked();
      await press("9");
      await expect(sure(3)).toBeChecked();
      await press("Enter");
      await told();
      await goOn();
    });

    await test.step("multiple choice: the same key takes a choice back", async () => {
      await meet(asked.multiple);
      const choices = page.getByRole("group", { name: texts.choices.many }).getByRole("checkbox");
      for (const key of ["1", "3", "1", "7"]) await press(key);
      await expect(choices.first()).not.toBeChecked();
      await expect(choices.nth(2)).toBeChecked();
      await expect(sure(1)).toBeChecked();
      await press("Enter");
      await told();
      await goOn();
    });

    await test.step("a number: what cannot be read comes back with the focus, full-width digits are read", async () => {
      const [{ answer }] = (await sql<{ answer: number }>(
        "select v.spec->'interaction'->'answer' as answer from question q join question_version v on v.id = q.published_version_id where q.id = $1",
        [asked.numeric],
      )) as [{ answer: number }];
      await meet(asked.numeric);
      const field = page.getByRole("textbox", { name: texts.numeric.label });
      await reach(field);
      await type("1,5");
      await press("Enter");
      await expect(page.getByRole("alert").filter({ hasText: say(words.errors.ANSWER_UNREADABLE, { reason: "number" }) })).toBeVisible();
      await expect(field).toBeFocused();
      await press("Control+a");
      await type(String(answer).replaceAll(/[\d.]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)));
      await reach(sure(1));
      await press("0");
      await expect(sure(4)).toBeChecked();
      await press("Enter");
      await told();
      await expect(verdict(me)).toHaveText(texts.verdicts.right);
      await goOn();
    });

    await test.step("ordering: the focus goes along with the item that is moved", async () => {
      await meet(asked.ordering);
      const down = (position: number) => page.getByRole("button", { name: say(texts.ordering.down, { position }), exact: true });
      await reach(down(1));
      await press("Enter");
      await expect(down(2)).toBeFocused();
      await expect(page.getByRole("status").filter({ hasText: say(texts.ordering.moved, { position: 2, total: await page.locator(".ordering > li").count() }) })).toBeAttached();
      await press("8");
      await expect(sure(2)).toBeChecked();
      await reach(submit);
      await press("Enter");
      await told();
      await goOn();
    });

    await test.step("matching: a letter chooses the candidate that bears it", async () => {
      await meet(asked.matching);
      const partners = page.getByRole("group", { name: texts.matching.legend }).getByRole("combobox");
      await reach(partners.first());
      await press("b");
      await expect(partners.first().locator("option:checked")).toContainText("B");
      await press("Tab");
      await press("a");
      await expect(partners.nth(1).locator("option:checked")).toContainText("A");
      await reach(submit);
      await press("Enter");
      await expect(page.getByRole("alert").filter({ hasText: say(words.practice.open, { count: (await partners.count()) - 2 }) })).toBeVisible();
      await press("Enter");
      await told();
      await goOn();
    });

    await test.step("cloze: Tab goes from blank to blank, Enter hands in from any, once the empty ones are meant", async () => {
      await meet(asked.cloze);
      const blanks = page.getByRole("group", { name: texts.cloze.legend }).getByRole("textbox");
      await reach(blanks.first());
      await type("ＨＭＭ");
      await press("Tab");
      await expect(blanks.nth(1)).toBeFocused();
      await type("x");
      await press("Enter");
      const asking = page.getByRole("alert").filter({ hasText: say(words.practice.open, { count: 2 }) });
      await expect(asking).toBeVisible();
      await expect(blanks.nth(1)).toBeFocused();
      await type("y");
      await expect(asking).toHaveCount(0);
      await press("Enter");
      await expect(asking).toBeVisible();
      await press("Enter");
      await told();
      await goOn();
    });

    await test.step("find the error: Space and Enter mark a part and take it back", async () => {
      await meet(asked.findError);
      const spans = page.getByRole("group", { name: texts.findError.legend }).getByRole("button");
      await reach(spans.first());
      await press("Space");
      await expect(spans.first()).toHaveAttribute("aria-pressed", "true");
      await press("Enter");
      await expect(spans.first()).toHaveAttribute("aria-pressed", "false");
      await press("Tab");
      await press("Enter");
      await expect(spans.nth(1)).toHaveAttribute("aria-pressed", "true");
      await expect(page.getByRole("status").filter({ hasText: say(texts.findError.marked, { count: 1 }) })).toBeVisible();
      await press("7");
      await expect(sure(1)).toBeChecked();
      await reach(submit);
      await press("Enter");
      await told();
      await goOn();
    });

    await test.step("short answer: Ctrl+Enter hands in, the learner compares, and only then is there a verdict", async () => {
      await meet(asked.shortAnswer);
      await reach(page.getByRole("textbox", { name: texts.shortAnswer.label }));
      await type(locale === "zh" ? "我想不起来了？" : "I would have to think?");
      await press("Control+Enter");
      await told();
      await expect(verdict(me)).toHaveText(texts.verdicts.pending);
      await press("Enter");
      await expect(verdict(me)).toHaveText(texts.verdicts.pending);
      const first = page.getByRole("group", { name: texts.selfTick.title }).getByRole("checkbox").first();
      await reach(first);
      await press("Space");
      await expect(first).toBeChecked();
      await reach(button(me, texts.selfTick.confirm));
      await press("Enter");
      await expect(verdict(me)).toHaveText(texts.verdicts.partial);
      await told();
      await goOn();
    });

    await test.step("a hint costs what is said, and another like this has other numbers", async () => {
      await meet(asked.parameterised);
      await reach(button(me, texts.hints.take));
      await press("Enter");
      await expect(page.getByText(say(texts.hints.number, { number: 1 }), { exact: true })).toBeVisible();
      await reach(page.getByRole("textbox", { name: texts.numeric.label }));
      await type("42");
      await press("Enter");
      await told();
      await reach(page.getByText(texts.feedback.rule, { exact: true }));
      await press("Enter");
      await expect(page.getByText(say(texts.feedback.hints, { count: 1, percent: "20%" }))).toBeVisible();
      await expect(page.getByText(texts.rules.numeric)).toBeVisible();
      const before = await stem();
      await reach(button(me, words.practice.another));
      await press("Enter");
      await expect(verdict(me)).toBeHidden();
      const after = await stem();
      expect(after).not.toBe(before);
      expect(after.replaceAll(/[\d,.\s]+/g, "")).toBe(before.replaceAll(/[\d,.\s]+/g, ""));
      await reach(page.getByRole("textbox", { name: texts.numeric.label }));
      await type("42");
      await press("Enter");
      await told();
      await goOn();
    });
  });
