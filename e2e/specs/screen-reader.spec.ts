import { listening, spokenControls } from "../heard";
import { expect, languages, test } from "../fixtures";
import { answerSomehow, button, verdict } from "../screens/question";

/** A question of each kind; the first two have formulas in their choices. */
const asked = {
  single: "dom-spam-share",
  matching: "intm-gate-effects",
  multiple: "tok-subword-facts",
  numeric: "tok-wordpiece-first-merge",
  ordering: "tok-building-steps",
  cloze: "tok-hmm-crf-cloze",
  findError: "tok-crf-memo",
};

for (const locale of languages)
  test(`whoever hears the page is told each verdict, once, and where they stand (${locale})`, async ({ as }) => {
    const me = await as([], { locale });
    const { page, words, say } = me;
    const texts = words.player;
    const { heard, hush } = await listening(page);
    const points = new RegExp(`^${say(texts.feedback.points, { points: "N", max: "1" }).replaceAll("N", "[\\d.]+")}$`);

    const meet = async (question: string) => {
      await me.open(`/practice?question=${question}`);
      await expect.poll(() => page.evaluate(() => Object.keys(document.querySelector("form") ?? {}).some((key) => key.startsWith("__react")))).toBe(true);
    };
    const press = async (name: string) => {
      await button(me, name).focus();
      await hush();
      await page.keyboard.press("Enter");
    };
    /** The focus came from a control that was still there, to the verdict and its points, and nothing else was said. */
    const toldOnce = async () => {
      await expect(verdict(me)).toBeFocused();
      await expect(page.locator("form .answer-bar")).toHaveCount(0);
      // a machine that takes long has the page say besides that it still tries
      const said = (await heard()).filter((each) => each !== `says: ${words.practice.retrying}`);
      expect(said).toHaveLength(1);
      const [heading, ...described] = said[0]!.split(" | ");
      expect(heading).toBe(`h2: ${await verdict(me).innerText()}`);
      return described;
    };

    for (const [kind, question] of Object.entries(asked))
      await test.step(kind, async () => {
        await meet(question);
        const controls = await spokenControls(page);
        expect(controls.filter(({ name }) => !name.trim())).toEqual([]);
        if (kind === "single") expect(controls.filter(({ role }) => role === "radio").map(({ name }) => name).join("\n")).toContain(locale === "zh" ? "左括号x右括号" : "open paren x close paren");
        await answerSomehow(me);
        await press(words.practice.submit);
        const [said] = await toldOnce();
        expect(said).toMatch(points);
      });

    await test.step("a short answer: first what to compare, then the verdict", async () => {
      await meet("tok-which-compresses");
      await page.getByRole("textbox", { name: texts.shortAnswer.label }).fill("42");
      await press(words.practice.submit);
      expect(await toldOnce()).toEqual([]);
      await page.getByRole("group", { name: texts.selfTick.title }).getByRole("checkbox").first().check();
      await press(texts.selfTick.confirm);
      await expect(verdict(me)).toHaveText(texts.verdicts.partial);
      const [said] = await toldOnce();
      expect(said).toMatch(points);
    });

    await test.step("“I don’t know”, then the next question, read from its beginning", async () => {
      await meet(asked.single);
      await press(words.practice.dontKnow);
      await toldOnce();
      await press(words.practice.next);
      await expect(verdict(me)).toBeHidden();
      await expect.poll(async () => (await heard()).at(-1)).toContain("group: ");
      await expect(page.getByRole("group", { name: (await page.locator(".stem").innerText()).slice(0, 20) }).first()).toBeFocused();
    });

    await test.step("the key of a choice and of how sure says what it has chosen", async () => {
      await meet("tok-crf-parameters");
      await hush();
      await page.keyboard.press("2");
      await page.keyboard.press("9");
      const confidence = page.getByRole("radio", { name: texts.confidence.levels[3] });
      await expect(confidence).toBeFocused();
      await expect(confidence).toBeChecked();
      expect((await heard()).map((each) => each.split(":")[0])).toEqual(["input", "input"]);
    });

    await test.step("the last hint is said, and the focus stays where it was", async () => {
      await press(texts.hints.take);
      await expect.poll(async () => (await heard()).join("\n")).toContain(`says: ${say(texts.hints.number, { number: 1 })}`);
      await expect(button(me, texts.hints.take)).toBeFocused();
      await expect(page.getByText(say(texts.hints.left, { count: 0 }))).toBeVisible();
    });

    await test.step("what could not be read is said once, and the focus is in the field again", async () => {
      await meet(asked.numeric);
      const field = page.getByRole("textbox", { name: texts.numeric.label });
      await field.fill("1,5");
      await hush();
      await field.press("Enter");
      const unreadable = `says: ${say(words.errors.ANSWER_UNREADABLE, { reason: "number" })}`;
      await expect.poll(heard).toContain(unreadable);
      await expect(field).toBeFocused();
      expect((await heard()).filter((each) => each === unreadable)).toHaveLength(1);
    });
  });
