import { givenQuestion } from "../arrange";
import { sql } from "../database";
import { adminUrl, expect, expectAccessible, languages, signIn, test } from "../fixtures";
import { button } from "../screens/question";

for (const locale of languages)
  test(`an editor whose session ends keeps the text, and is told that it was not checked (${locale})`, async ({ as, visitor }) => {
    const editor = await as(["editor"], { locale });
    const id = `edge-${locale}${Date.now().toString(36)}`;
    await givenQuestion(editor, {
      id,
      topicSlug: "scalability",
      stem: { zh: "一加一等于几？", en: "What is one and one?" },
      choices: [
        { id: "two", zh: "二", en: "two", correct: true },
        { id: "one", zh: "一", en: "one" },
      ],
    });
    const { page, words } = editor;
    const texts = words.admin.editor;
    await editor.open(`/questions/${id}`, "admin");
    const field = page.getByRole("textbox", { name: `${words.admin.fields.stem} · ${texts.zh}` });
    await expect(page.getByText(texts.problems.none)).toBeVisible();

    await field.fill("字".repeat(250_000));
    await expect(page.getByText(texts.state.tooLong)).toBeVisible();
    await expect(page.getByText(texts.problems.none)).toHaveCount(0);

    await sql(`update session set revoked_at = now() where user_id = $1`, [editor.id]);
    await field.fill("一加一等于几（改）？");
    await expect(page.getByRole("status").filter({ hasText: texts.state.signedOut })).toBeVisible();
    await button(editor, texts.saveDraft).click();
    await expect(page.getByRole("alert").filter({ hasText: texts.state.signedOut })).toBeVisible();
    await expect(page.getByRole("link", { name: texts.signIn })).toHaveAttribute("target", "_blank");
    await expectAccessible(page);

    await signIn(editor.context, editor.id);
    await button(editor, texts.saveDraft).click();
    await expect(page.getByText(texts.saved)).toBeVisible();

    await field.fill("一加一等于几（未保存）？");
    const [{ id: first }] = (await sql<{ id: string }>(`select id from question_version where question_id = $1 and number = 1`, [id])) as [{ id: string }];
    page.once("dialog", (dialog) => void dialog.accept());
    await editor.open(`/questions/${id}?from=${first}`, "admin");
    await expect(field).toHaveValue("一加一等于几？");
    await button(editor, texts.heldCopy.take).click();
    await expect(field).toHaveValue("一加一等于几（未保存）？");
    editor.complaints.splice(0);

    const stranger = await visitor({ locale });
    await stranger.page.goto(`${adminUrl}/${locale}`);
    await expect(stranger.page.getByText(words.auth.signIn.leadDesk)).toBeVisible();
  });

test("an editor with an old page does not throw away what a colleague saved since", async ({ as }) => {
  const [mine, theirs] = [await as(["editor"], { name: "Mine" }), await as(["editor"], { name: "Theirs" })];
  const id = `edge-two-${Date.now().toString(36)}`;
  await givenQuestion(mine, {
    id,
    topicSlug: "scalability",
    stem: { zh: "二加二等于几？", en: "What is two and two?" },
    choices: [
      { id: "four", zh: "四", en: "four", correct: true },
      { id: "two", zh: "二", en: "two" },
    ],
  });
  const { page, words } = mine;
  const texts = words.admin.editor;
  const stem = `${words.admin.fields.stem} · ${texts.en}`;
  await mine.open(`/questions/${id}`, "admin");
  await page.getByRole("textbox", { name: stem }).fill("What is two plus two?");
  await button(mine, texts.saveDraft).click();
  await expect(page.getByText(texts.saved)).toBeVisible();

  await theirs.open(`/questions/${id}`, "admin");
  await theirs.page.getByRole("textbox", { name: stem }).fill("How much are two and two?");
  await button(theirs, texts.saveDraft).click();
  await expect(theirs.page.getByText(texts.saved)).toBeVisible();

  await button(mine, texts.more).click();
  // what the colleague wrote cannot be read: a press that does nothing must at least say so
  await page.route(/questions\.getQuestion/, (route) => route.abort());
  await page.getByText(texts.discard).click();
  await expect(page.getByRole("alert").filter({ hasText: texts.state.offline })).toBeVisible();
  await page.unroute(/questions\.getQuestion/);
  await page.getByText(texts.discard).click();
  await expect(page.getByRole("dialog", { name: texts.conflict.title })).toContainText("Theirs");
  expect(await sql(`select spec->'stem'->>'en' as en from question_version where question_id = $1 and status <> 'published'`, [id])).toEqual([
    { en: "How much are two and two?" },
  ]);
  mine.complaints.splice(0);
});
