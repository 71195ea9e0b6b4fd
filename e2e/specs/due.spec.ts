import { calling, givenAssignment } from "../arrange";
import { countOf, sql } from "../database";
import { expect, languages, look, test } from "../fixtures";
import { answerSomehow, button, verdict } from "../screens/question";

for (const locale of languages)
  test(`a learner whose clock is wrong is told when the time runs out, and the page closes by itself (${locale})`, async ({ as }) => {
    const [teacher, me] = [await as(["instructor"], { locale }), await as([], { locale, phone: locale === "zh" })];
    const { page, words, say } = me;
    const texts = words.classes.assignment;
    const room = await givenAssignment(teacher);
    const { tell } = await calling(me);
    await tell("classes.joinClass", { code: room.joinCode });
    const { attemptId } = await tell<{ attemptId: string }>("assignments.startAttempt", { assignmentId: room.assignmentId });
    await sql(`update assignment set due_at = now() + interval '15 seconds' where id = $1`, [room.assignmentId]);
    await me.context.addInitScript(() => {
      const right = Date.now;
      Date.now = () => right() - 3 * 3_600_000;
    });
    const address = `/assignments/${room.assignmentId}/attempts/${attemptId}`;
    const before = await me.context.newPage();
    await before.goto(`/${locale}/assignments/${room.assignmentId}`);
    const [home, list] = [await me.context.newPage(), await me.context.newPage()];
    await home.goto(`/${locale}`);
    await list.goto(`/${locale}/assignments`);
    const listed = home.getByRole("link", { name: "Week one", exact: true });
    await expect(listed.first()).toBeVisible();
    await expect(list.getByRole("heading", { name: texts.open })).toBeVisible();
    await me.open(address);
    await expect(page.getByRole("status").filter({ hasText: say(texts.closesIn, { count: 1 }) })).toBeVisible();
    await look(page);
    await answerSomehow(me);
    await expect(page.getByText(texts.closedNow)).toBeVisible({ timeout: 25_000 });
    await expect(page.getByText(texts.closedNow).locator("xpath=ancestor::*[@tabindex]").first()).toBeFocused();
    await expect(button(me, texts.storeNext)).toBeHidden();
    // what was on the screen was stored; with the due time its feedback is open
    await expect(verdict(me)).toHaveCount(1);
    expect(await countOf("select count(*)::int as n from submission where subject_id = $1", [me.subjectId])).toBe(1);
    await look(page);
    // the assignment's own page, which nobody touched
    await expect(before.getByText(texts.feedbackIsOpen)).toBeVisible();
    await expect(before.getByRole("button", { name: texts.resume, exact: true })).toBeHidden();
    // and the two that list it
    await expect(list.getByRole("heading", { name: texts.open })).toBeHidden();
    await expect(listed).toHaveCount(0);
    await me.open(address);
    await expect(page.getByText(texts.closedNow)).toBeVisible();
    await expect(button(me, texts.storeNext)).toBeHidden();
  });

test("a learner whose attempt was closed early by the instructor sees what counts instead of a page that refuses", async ({ as }) => {
  const [teacher, me] = [await as(["instructor"]), await as()];
  const { page, words } = me;
  const texts = words.classes.assignment;
  const room = await givenAssignment(teacher);
  const { tell } = await calling(me);
  await tell("classes.joinClass", { code: room.joinCode });
  const { attemptId } = await tell<{ attemptId: string }>("assignments.startAttempt", { assignmentId: room.assignmentId });
  await me.open(`/assignments/${room.assignmentId}/attempts/${attemptId}`);
  await answerSomehow(me);
  await sql(`update assignment set due_at = now() - interval '1 second' where id = $1`, [room.assignmentId]);
  await button(me, texts.storeNext).click();
  await expect(page.getByText(texts.closedNow)).toBeVisible();
  await expect(button(me, texts.storeNext)).toBeHidden();
});
