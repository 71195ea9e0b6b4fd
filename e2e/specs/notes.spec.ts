import { givenList } from "../arrange";
import { countOf, sql } from "../database";
import { adminUrl, expect, expectAccessible, languages, look, type Person, test } from "../fixtures";
import { answerSomehow, button, link, verdict } from "../screens/question";

const parameterised = "tok-bits-per-byte";
const submissionsOf = ({ subjectId }: Person) =>
  countOf("select count(*)::int as n from submission where subject_id = $1", [subjectId]);
const toast = (me: Person, text: string) => me.page.locator(".toast").filter({ hasText: text });

for (const locale of languages)
  test(`a learner marks, notes and reports a question by keyboard alone; an editor sees that very variant and answers (${locale})`, async ({ as }) => {
    const [me, editor] = [await as([], { locale }), await as(["editor"], { locale })];
    const { page, words, say } = me;
    const complaint = `The second number is not explained: ${me.id.slice(-8)}.`;
    const list = await givenList(me, [parameterised]);
    await me.open(`/practice?list=${list}`);
    await page.getByRole("textbox").first().focus();
    await page.keyboard.type("42");
    await page.keyboard.press("Enter");
    await expect(verdict(me)).toBeFocused();

    await page.keyboard.press("b");
    const tool = (name: string) => page.getByRole("button", { name: new RegExp(`^${name}`) });
    await expect(tool(words.notes.tools.bookmarked)).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("n");
    const field = page.getByRole("textbox", { name: words.notes.note.label });
    await expect(field).toBeFocused();
    await page.keyboard.type("**Bits** are $\\log_2$ <img src=x onerror=\"window.harmed=1\"> [x](javascript:window.harmed=1)");
    await expect(page.getByText(words.notes.note.saved, { exact: true })).toBeVisible();
    // done with the note, and not yet with the question
    await page.keyboard.press("Control+Enter");
    const note = page.getByRole("region", { name: words.notes.note.question });
    await expect(note.locator("strong")).toHaveText("Bits");
    await expect(note.locator(".katex").first()).toBeVisible();
    await expect(note.locator("img, a[href]")).toHaveCount(0);
    await look(page);

    await verdict(me).focus();
    await page.keyboard.press("l");
    const lists = page.getByRole("dialog", { name: words.notes.lists.title });
    await expect(lists.getByRole("checkbox", { name: "Monday" })).toBeChecked();
    await page.keyboard.press("Escape");
    // nobody's fingers are faster than the dialog goes
    await expect(lists).toBeHidden();
    await verdict(me).focus();
    await page.keyboard.press("r");
    const report = page.getByRole("dialog", { name: words.notes.report.title });
    await expectAccessible(page);
    await report.getByRole("radio").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.type(complaint);
    // closed by one key too many: nothing of it is lost
    await page.keyboard.press("Escape");
    await expect(report).toBeHidden();
    await verdict(me).focus();
    await page.keyboard.press("r");
    await expect(report.getByRole("radio").nth(1)).toBeChecked();
    await report.getByRole("textbox").focus();
    await expect(report.getByRole("textbox")).toHaveValue(complaint);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(toast(me, words.notes.report.sent)).toBeVisible();
    await expect(report).toBeHidden();

    const [stored] = await sql<{ seed: number }>("select seed from question_report where subject_id = $1", [me.subjectId]);
    await editor.open("/reports", "admin");
    await look(editor.page);
    await editor.page.getByRole("link", { name: complaint }).click();
    await expect(editor.page).toHaveURL(new RegExp(`^${adminUrl}/${locale}/reports/`));
    const variant = say(words.reports.variant, { version: 1, variant: stored?.seed ?? -1 });
    await expect(editor.page.getByText(variant)).toBeVisible();
    await expect(editor.page.locator("main")).not.toContainText(me.name);
    await expect(editor.page.getByRole("textbox").first()).toHaveValue("42");
    // it is the learner's answer and not the editor's
    await expect(editor.page.locator("main")).not.toContainText(words.player.feedback.yourAnswer);
    await look(editor.page);
    await editor.page.getByRole("button", { name: words.reports.answer }).click();
    await expect(editor.page.getByText(words.reports.replyMissing)).toBeVisible();
    await editor.page.keyboard.type("The second number is the bytes of a token.");
    await editor.page.getByRole("button", { name: words.reports.answer }).click();
    await expect(toast(editor, words.reports.sent)).toBeVisible();

    await me.open("/");
    // who has begun without a path or a plan finds the ways to them that the doors were
    await expect(link(me, words.home.doors.toPractice)).toHaveAttribute("href", /\/placement$/);
    await expect(link(me, words.home.path.toPlan)).toHaveAttribute("href", /\/plan$/);
    const answered = link(me, say(words.home.beside.replies, { count: 1 }));
    await answered.click();
    await expect(page.getByText("The second number is the bytes of a token.")).toBeVisible();
    await page.waitForLoadState("networkidle");
    await look(page);
    // who has looked is not told again, not even by going back
    await page.goBack();
    await expect(page.getByRole("heading", { name: words.home.path.title })).toBeVisible();
    await expect(answered).toHaveCount(0);
    await me.open("/notes?tab=reports");
    await link(me, words.notes.tabs.bookmarks).click();
    await expect(page.getByRole("listitem")).toHaveCount(1);
    // a page that is followed without a reload changes its title last, and has none for a moment
    await page.waitForLoadState("networkidle");
    await look(page);
    await page.getByRole("button", { name: words.notes.bookmarks.remove }).click();
    await page.getByRole("button", { name: words.notes.bookmarks.undo }).click();
    await expect(page.getByRole("listitem")).toHaveCount(1);
    await me.open("/notes?text=bits");
    await expect(page.locator("main strong")).toHaveText("Bits");
    await button(me, words.notes.note.remove).click();
    await expect(page.locator("main strong")).toBeHidden();
    await page.getByRole("button", { name: words.notes.note.undo }).click();
    await expect(page.locator("main strong")).toBeVisible();
    await look(page);
    expect(await page.evaluate(() => "harmed" in window)).toBe(false);
  });

for (const locale of languages)
  test(`a learner who closes the page without a connection finds the answer handed in, once, when they are back (${locale})`, async ({ as }) => {
    const me = await as([], { locale, phone: true });
    const { page, context, words, say } = me;
    await me.open("/practice?topic=evaluation");
    await answerSomehow(me);
    await context.setOffline(true);
    await button(me, words.practice.submit).click();
    await expect(page.getByRole("status").filter({ hasText: words.notes.kept.here })).toBeVisible();
    await expectAccessible(page);
    await page.close();
    await context.setOffline(false);
    expect(await submissionsOf(me)).toBe(0);
    const later = await context.newPage();
    await later.goto(`/${locale}/practice?topic=evaluation`);
    await expect(later.getByRole("status").filter({ hasText: say(words.notes.kept.sent, { count: 1 }) })).toBeVisible();
    expect(await submissionsOf(me)).toBe(1);
    await expect(later.getByRole("button", { name: words.practice.submit, exact: true })).toBeVisible();
    await later.goto(`/${locale}/topics`);
    expect(await submissionsOf(me)).toBe(1);
    me.complaints.length = 0; // the failed requests, as meant
  });

for (const question of ["tok-crf-parameters", parameterised])
  test(`a learner on a phone who reports a question goes on at once: the news does not lie on the button (${question})`, async ({ as }) => {
    const me = await as([], { locale: "zh", phone: true });
    const { page, words } = me;
    await me.open(`/practice?question=${question}`);
    await button(me, words.practice.dontKnow).click();
    await expect(verdict(me)).toBeVisible();
    await page.getByRole("button", { name: words.notes.tools.report }).click();
    const report = page.getByRole("dialog", { name: words.notes.report.title });
    await report.getByRole("textbox").fill("第二个数没有解释。");
    await report.getByRole("button", { name: words.notes.report.send }).click();
    await expect(toast(me, words.notes.report.sent)).toBeVisible();
    const goOn = page.getByRole("button", { name: words.practice.next });
    await goOn.click();
    await expect(toast(me, words.notes.report.sent)).toBeVisible();
    await expect(goOn).toBeHidden();
  });

test("a learner whose connection drops in a lesson, or under a verdict, keeps the page: what they press is refused, and works later", async ({ as }) => {
  const me = await as([], { locale: "zh", phone: true });
  const { page, context, words } = me;
  const { tools, note } = words.notes;
  await me.open("/topics/tokenisation");
  const noteButton = page.locator(".section-note button").first();
  await expect(noteButton).toBeVisible();
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await noteButton.click();
  await expect(toast(me, tools.notChanged)).toBeVisible();
  await expect(page.getByRole("article")).toBeVisible();
  await button(me, words.lesson.markRead).click();
  await expect(page.getByRole("alert").filter({ hasText: words.app.state.offline })).toBeVisible();
  await expect(button(me, words.lesson.markRead)).toBeEnabled();
  await context.setOffline(false);
  await noteButton.click();
  await expect(page.getByRole("textbox", { name: note.label })).toBeFocused();
  await page.keyboard.press("Escape");

  await me.open("/practice?question=tok-crf-parameters");
  await button(me, words.practice.dontKnow).click();
  await expect(verdict(me)).toBeVisible();
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.getByRole("button", { name: tools.report }).click();
  await expect(page.getByRole("alert").filter({ hasText: tools.notChanged })).toBeVisible();
  await expect(verdict(me)).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: tools.report }).click();
  await expect(page.getByRole("dialog", { name: words.notes.report.title })).toBeVisible();
  me.complaints.length = 0; // the failed requests, as meant
});

test("a learner who signs out before an answer could be sent is asked, and leaves nothing behind", async ({ as }) => {
  const me = await as();
  const { page, context, words, say } = me;
  await context.route("**/api/trpc/practice.submitAnswer*", (route) => route.abort("connectionfailed"));
  await me.open("/practice?topic=evaluation");
  await answerSomehow(me);
  await button(me, words.practice.submit).click();
  await expect(page.getByRole("status").filter({ hasText: words.practice.retrying })).toBeVisible();
  await me.open("/topics");
  await button(me, words.app.actions.signOut).click();
  const ask = page.getByRole("dialog", { name: say(words.notes.kept.leaving.title, { count: 1 }) });
  await ask.getByRole("button", { name: words.notes.kept.leaving.stay }).click();
  await expect(ask).toBeHidden();
  await button(me, words.app.actions.signOut).click();
  await ask.getByRole("button", { name: words.notes.kept.leaving.leave }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await submissionsOf(me)).toBe(0);
  me.complaints.length = 0; // the failed requests, as meant
});

test("a note that is changed in two windows keeps both texts", async ({ as }) => {
  const me = await as();
  const { page, context, words } = me;
  const texts = words.notes.note;
  await me.open("/topics/tokenisation");
  const section = page.locator(".section-note").first().getByRole("button");
  await section.click();
  await page.getByRole("textbox", { name: texts.label }).fill("Common start.");
  await expect(page.getByText(texts.saved, { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expectAccessible(page);
  const other = await context.newPage();
  for (const window of [page, other]) {
    await window.goto("/en/notes");
    await window.getByRole("button", { name: texts.edit }).click();
  }
  await other.getByRole("textbox", { name: texts.label }).fill("Common start. From there.");
  await expect(other.getByText(texts.saved, { exact: true })).toBeVisible();
  await page.getByRole("textbox", { name: texts.label }).fill("Common start. From here.");
  await page.getByRole("button", { name: texts.conflict.both }).click();
  await expect(page.getByText(texts.saved, { exact: true })).toBeVisible();
  const [stored] = await sql<{ body: string }>("select body from note where subject_id = $1", [me.subjectId]);
  expect(stored?.body).toBe("Common start. From there.\n\nCommon start. From here.");
});

test("a learner drags an item to its place, and is told where it stands", async ({ as }) => {
  const me = await as();
  const { page, words, say } = me;
  await me.open(`/practice?list=${await givenList(me, ["priv-step-order", parameterised])}`);
  const items = page.getByRole("group", { name: words.player.ordering.legend }).locator("li");
  const before = await items.evaluateAll((all) => all.map((item) => item.getAttribute("data-item")));
  const [from, to] = [await items.first().boundingBox(), await items.nth(2).boundingBox()];
  if (!from || !to) throw new Error("the items are not drawn");
  await page.mouse.move(from.x + 20, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 24, to.y + to.height / 2 + 6, { steps: 8 });
  await page.mouse.up();
  const moved = say(words.player.ordering.moved, { position: 3, total: before.length });
  await expect(page.getByRole("status").filter({ hasText: moved })).toBeAttached();
  const after = await items.evaluateAll((all) => all.map((item) => item.getAttribute("data-item")));
  expect(after).toEqual([before[1], before[2], before[0], ...before.slice(3)]);

  await me.open("/notes?tab=lists");
  await link(me, "Monday").click();
  await expect(page.getByRole("heading", { name: "Monday" })).toBeVisible();
  const names = page.locator("main ol > li");
  const first = await names.first().innerText();
  await page.getByRole("button", { name: say(words.notes.order.down, { name: say(words.notes.order.number, { number: 1 }) }) }).press("Enter");
  await expect(names.nth(1)).toContainText(first.split("\n")[1] ?? "");
  await look(page);
  await expect.poll(() => countOf("select i.position as n from question_list_item i join question_list l on l.id = i.list_id where l.subject_id = $1 and question_id = $2", [me.subjectId, parameterised])).toBe(1);
});
