import type { Page } from "@playwright/test";
import { calling, givenAssignment, givenAttempt } from "../arrange";
import { listening, spokenControls } from "../heard";
import { adminUrl, expect, languages, test } from "../fixtures";
import { answerSomehow, button, link, verdict } from "../screens/question";

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

/** Whether the script has come to what is pressed next. */
const awake = (page: Page, selector: string) =>
  expect.poll(() => page.evaluate((where) => Object.keys(document.querySelector(where) ?? {}).some((key) => key.startsWith("__react")), selector)).toBe(true);

for (const locale of languages)
  test(`whoever hears the page is told each verdict, once, and where they stand (${locale})`, async ({ as }) => {
    const me = await as([], { locale });
    const { page, words, say } = me;
    const texts = words.player;
    const { heard, hush } = await listening(page);
    const points = new RegExp(`^${say(texts.feedback.points, { points: "N", max: "1" }).replaceAll("N", "[\\d.]+")}$`);

    const meet = async (question: string) => {
      await me.open(`/practice?question=${question}`);
      await awake(page, "form");
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

for (const locale of languages)
  test(`whoever hears a test of what they know is told which question it is, and at the end how it went (${locale})`, async ({ as }) => {
    const me = await as([], { locale });
    const { page, words, say } = me;
    const { placement, practice } = words;
    const { heard, hush } = await listening(page);
    await me.open("/topics/tokenisation/skip");
    await awake(page, ".answer-bar button");
    await page.getByRole("button", { name: placement.skip.begin }).press("Enter");
    const number = (at: number) => new RegExp(`^(?:gone, then )?group: .* \\| ${say(placement.progress, { number: at, most: "N" }).replace("N", "\\d+")}$`);
    // who knows nothing is asked three
    for (const at of [1, 2, 3]) {
      await expect.poll(async () => (await heard()).at(-1) ?? "").toMatch(number(at));
      await button(me, practice.dontKnow).focus();
      await hush();
      await page.keyboard.press("Enter");
    }
    await expect(page.getByRole("heading", { name: placement.skip.failed })).toBeFocused();
    const score = say(placement.skip.failedLine, { right: 0, total: 3 });
    expect((await heard()).at(-1)).toBe(`h2: ${placement.skip.failed} | ${score}`);
  });

for (const locale of languages)
  test(`whoever hears a set of questions grow is told each thing once (${locale})`, async ({ as }) => {
    const me = await as(["instructor"], { locale });
    const { page, words, say } = me;
    const { set, bank } = words.teach;
    const { heard, hush } = await listening(page);
    const { tell } = await calling(me);
    const { id: setId } = await tell<{ id: string }>("sets.createSet", { title: "Week one" });
    await tell("sets.updateSet", { setId, items: ["tok-fmm-trace", "mem-zero-two"].map((questionId) => ({ questionId, points: 1, pin: false })) });
    await me.open(`/teach/sets/${setId}`);
    const list = page.getByRole("list", { name: set.order });
    await expect(list.getByRole("listitem")).toHaveCount(2);
    await awake(page, "[data-press]");
    const told = async (sentence: string) => expect((await heard()).filter((each) => each.includes(sentence))).toHaveLength(1);

    await button(me, say(set.remove, { position: 1 })).focus();
    await hush();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await heard()).join("\n")).toContain(set.saved);
    await expect(button(me, say(set.remove, { position: 1 }))).toBeFocused();
    await told(set.removed);
    await told(set.saved);

    const row = page.getByRole("button", { name: new RegExp(`^${bank.add}`) }).first();
    await row.focus();
    await hush();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await heard()).join("\n")).toContain(set.saved);
    await told(set.saved);

    // how many there are is said by itself: beside a link that comes with it, the link was said first, and then both as one word
    const search = page.getByRole("searchbox", { name: bank.search });
    await search.fill("cache");
    await hush();
    await search.press("Enter");
    await expect(link(me, bank.clear)).toBeVisible();
    const [before, after] = say(bank.found, { count: 83 }).split("83");
    await expect.poll(async () => (await heard()).at(-1)).toMatch(new RegExp(`^says: ${before}\\d+${after}$`));
  });

for (const locale of languages)
  test(`an instructor who hears a class is told what a dialog is about, where they come back to, and what was done (${locale})`, async ({ as }) => {
    const me = await as(["instructor"], { locale });
    const { page, words, say } = me;
    const { room: texts, assign } = words.teach;
    const { heard, hush } = await listening(page);
    const room = await givenAssignment(me, { className: "Engineers" });
    await me.open(`/teach/classes/${room.classId}`);
    await awake(page, "main button");
    await button(me, texts.teachers.add).press("Enter");
    await expect(page.getByRole("dialog", { name: texts.teachers.add })).toHaveAccessibleDescription(texts.teachers.addLead);
    await page.keyboard.press("Escape");

    await button(me, texts.join.renew).press("Enter");
    const dialog = page.getByRole("dialog", { name: texts.join.renewTitle });
    await expect(dialog).toBeVisible();
    await hush();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    // from a button that was still there
    expect(await heard()).toEqual([`button: ${texts.join.renew}`]);

    await me.open(`/teach/classes/${room.classId}/assign?set=${room.setId}`);
    await awake(page, "form");
    await page.getByRole("textbox", { name: assign.name }).press("Enter");
    await expect(page).toHaveURL(/\/teach\/assignments\//);
    await expect(page.getByRole("status").getByText(say(assign.assigned, { count: 0 }))).toBeVisible();
    // the title of the page that comes with it, as an alert, would be said instead of it
    await expect(page.locator("#__next-route-announcer__")).toHaveAttribute("aria-live", "polite");
  });

for (const locale of languages)
  test(`an administrator who hears the audit log is told which entry each disclosure belongs to (${locale})`, async ({ as }) => {
    const me = await as(["admin"], { locale });
    const someone = await as([], { locale, name: `远听 Outhear ${locale}` });
    const { page, words, say } = me;
    const { audit } = words.admin;
    await (await calling(me, adminUrl)).tell("users.suspendUser", { userId: someone.id, suspended: true, reason: "x" });
    await me.open("/audit", "admin");
    const details = page.locator("summary");
    await expect(details.first()).toBeVisible();
    const name = say(words.app.about, { word: audit.detail, what: audit.names.user.suspended });
    await expect(page.getByRole("listitem").filter({ hasText: someone.name }).locator("summary").first()).toHaveAccessibleName(name);
    for (const summary of await details.all()) await expect(summary).not.toHaveAccessibleName(audit.detail);
  });

for (const locale of languages)
  test(`an editor who hears the page keeps their place when they save (${locale})`, async ({ as }) => {
    const me = await as(["editor"], { locale });
    const { page, words } = me;
    const { editor, fields } = words.admin;
    const { heard, hush } = await listening(page);
    const questionId = `heard-${locale}-${Date.now().toString(36)}`;
    await (await calling(me, adminUrl)).tell("questions.createQuestion", { questionId, topicSlug: "tokenisation", kind: "single-choice" });
    await me.open(`/questions/${questionId}`, "admin");
    await page.getByRole("textbox", { name: `${fields.stem} · ${editor.zh}` }).fill("题干？");
    const save = page.getByRole("button", { name: editor.saveDraft });
    await save.focus();
    await hush();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await heard()).join("\n")).toContain(editor.saved);
    await expect(save).toBeFocused();
    await expect(save).toHaveAttribute("aria-disabled", "true");

    const more = button(me, editor.more);
    await more.press("Enter");
    await button(me, editor.discarding.ask).press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(more).toBeFocused();
  });

for (const locale of languages)
  test(`an instructor who hears the results is told how many each filter holds, and what a dialog is about (${locale})`, async ({ as }) => {
    const me = await as(["instructor"], { locale });
    const learner = await as([], { locale, name: "林 Lin" });
    const { page, words, say } = me;
    const { results, extension } = words.teach;
    const about = (word: string, what: string | number) => say(words.app.about, { word, what });
    const room = await givenAssignment(me);
    await givenAttempt(learner, room);
    await me.open(`/teach/assignments/${room.assignmentId}`);
    await expect(link(me, `${results.byLearner} 1`)).toBeVisible();
    for (const [state, count] of [[results.all, 1], [results.states["not-started"], 0]])
      await expect(page.getByRole("link", { name: new RegExp(`^${state} ?[:：] ?${count}$`) })).toBeVisible();

    await awake(page, "table");
    await button(me, about(results.extend, learner.name)).press("Enter");
    const dialog = page.getByRole("dialog", { name: say(extension.title, { name: learner.name }) });
    await expect(dialog).toHaveAccessibleDescription(extension.lead);
    await dialog.getByLabel(extension.reason).fill("ill");
    await dialog.getByRole("button", { name: extension.save }).press("Enter");
    const due = dialog.locator("input").first();
    await expect(due).toBeFocused();
    await expect(due).toHaveAccessibleDescription(new RegExp(`^${extension.nothing}`));
    await dialog.getByLabel(extension.attempts).fill("2");
    await dialog.getByRole("button", { name: extension.save }).press("Enter");
    // one message is one group: loose text would be read out again with the next
    await expect(page.getByRole("status").getByRole("group").filter({ hasText: say(extension.saved, { name: learner.name }) })).toBeVisible();

    await me.open(`/teach/assignments/${room.assignmentId}?view=questions`);
    const counted = say(results.verdictCount, { verdict: words.verdicts.wrong, count: 1 });
    await expect(page.getByRole("listitem").filter({ hasText: new RegExp(`^${counted}$`) }).first()).toBeVisible();
  });
