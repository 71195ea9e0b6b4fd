import { expect, type Person, test } from "../fixtures";
import { answerSomehow, button, verdict } from "../screens/question";
import { inDark, take } from "./picture";

const onTop = ({ page }: Person) => page.evaluate(() => document.activeElement?.scrollIntoView({ block: "start" }));

test("a question and what it answers back", async ({ as }) => {
  const answer = async (me: Person, name: string) => {
    await me.open("/practice?topic=tokenisation&objective=tok-o2");
    await me.page.getByRole("radio").first().check();
    await take(me, `practice-${name}`);
    await button(me, me.words.practice.submit).click();
    await expect(verdict(me)).toBeFocused();
    await onTop(me);
    await take(me, `feedback-${name}`);
  };
  await answer(await as([], { locale: "zh", phone: true }), "zh-phone-light");
  await answer(await as([], { locale: "en" }), "en-light");
  const phone = await as([], { locale: "en", phone: true, scheme: "dark" });
  await inDark(phone);
  await answer(phone, "en-phone-dark");
});

test("every kind of question", async ({ as }) => {
  test.setTimeout(240_000);
  const en = await as([], { locale: "en" });
  const ask = async (me: Person, question: string) => {
    await me.open(`/practice?question=${question}`);
    await expect(button(me, me.words.practice.submit)).toBeVisible();
  };
  for (const [question, name] of [["tok-building-steps", "ordering-en"], ["tok-hmm-crf-cloze", "cloze-en"]] as const) {
    await ask(en, question);
    await take(en, name);
  }
  await ask(en, "tok-subword-facts");
  await answerSomehow(en);
  await button(en, en.words.practice.submit).click();
  await expect(verdict(en)).toBeFocused();
  await take(en, "multiple-en");
  await ask(en, "tok-which-compresses");
  await en.page.getByRole("textbox").first().fill("Compare bits per byte on the same text, because a tokeniser that makes fewer tokens has more to say with each.");
  await button(en, en.words.practice.submit).click();
  await expect(verdict(en)).toBeFocused();
  await take(en, "short-answer-en");
  await ask(en, "mem-zero-two");
  await en.page.keyboard.press("?");
  await expect(en.page.getByRole("dialog")).toBeVisible();
  await take(en, "keys-en");

  const zh = await as([], { locale: "zh" });
  await ask(zh, "tok-crf-memo");
  await answerSomehow(zh);
  await take(zh, "find-error-zh");
  await ask(zh, "mem-zero-two");
  await button(zh, zh.words.practice.dontKnow).click();
  await expect(verdict(zh)).toBeFocused();
  await take(zh, "unknown-zh");
  const dark = await as([], { locale: "zh", scheme: "dark" });
  await inDark(dark);
  await ask(dark, "tok-wordpiece-first-merge");
  await answerSomehow(dark);
  await button(dark, dark.words.practice.submit).click();
  await expect(verdict(dark)).toBeFocused();
  await take(dark, "numeric-zh-dark");
  const phone = await as([], { locale: "zh", phone: true });
  await ask(phone, "intm-gate-effects");
  await answerSomehow(phone);
  await take(phone, "matching-zh-phone");
  const phoneDark = await as([], { locale: "zh", phone: true, scheme: "dark" });
  await inDark(phoneDark);
  await ask(phoneDark, "tok-which-compresses");
  await phoneDark.page.getByRole("textbox").first().fill("在同样的文本上比较每字节比特数，而不是每个token的损失。");
  await button(phoneDark, phoneDark.words.practice.submit).click();
  await expect(verdict(phoneDark)).toBeFocused();
  await onTop(phoneDark);
  await take(phoneDark, "short-answer-zh-phone-dark");
});

test("a sitting that ends, and what is left of it", async ({ as }) => {
  const me = await as([], { locale: "en" });
  const { page, words } = me;
  await me.open("/practice?topic=evaluation");
  for (let n = 0; n < 4; n++) {
    await answerSomehow(me);
    await button(me, words.practice.submit).click();
    await expect(verdict(me)).toBeFocused();
    await page.waitForTimeout(600);
    await page.getByRole("button", { name: n < 3 ? words.practice.next : words.practice.finish }).click();
    await expect(verdict(me)).toBeHidden();
  }
  await expect(page.getByRole("heading", { name: words.practice.done.title })).toBeVisible();
  await take(me, "done-en");
  await me.open("/practice?question=tok-which-compresses");
  await page.getByRole("textbox").first().fill("Something with bytes.");
  await button(me, words.practice.submit).click();
  await expect(verdict(me)).toBeFocused();
  await me.open("/reviews");
  await take(me, "uncompared-en");

  const zh = await as([], { locale: "zh", scheme: "dark" });
  await inDark(zh);
  await zh.open("/practice?question=tok-crf-memo");
  await answerSomehow(zh);
  await button(zh, zh.words.practice.submit).click();
  await expect(verdict(zh)).toBeFocused();
  await zh.page.waitForTimeout(600);
  await zh.page.getByRole("button", { name: zh.words.practice.finish }).click();
  await zh.page.getByRole("link", { name: zh.words.practice.done.lookAt.replace("{number}", "1") }).click();
  await expect(zh.page.getByRole("heading", { name: zh.words.practice.answers.title })).toBeVisible();
  await take(zh, "answer-zh-dark");
});
