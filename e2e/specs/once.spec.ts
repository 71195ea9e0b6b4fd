import { countOf, sql } from "../database";
import { givenAssignment, givenAttempt } from "../arrange";
import { expect, look, test } from "../fixtures";
import { answerSomehow, button, verdict } from "../screens/question";

const submissionsOf = (subjectId: string) =>
  countOf("select count(*)::int as n from submission where subject_id = $1", [subjectId]);
const submit = "**/api/trpc/practice.submitAnswer*";

test("a learner who presses twice hands in one answer", async ({ as }) => {
  const me = await as();
  const { page, words } = me;
  await me.open("/practice?topic=evaluation");
  await answerSomehow(me);
  await button(me, words.practice.submit).dblclick();
  await expect(verdict(me)).toBeVisible();
  expect(await submissionsOf(me.subjectId)).toBe(1);
  await page.reload();
  await expect(button(me, words.practice.submit)).toBeVisible();
  await expect(verdict(me)).toBeHidden();
  expect(await submissionsOf(me.subjectId)).toBe(1);
});

test("a learner who reloads in another like the last, or comes back to it, finds the same numbers and what they typed", async ({ as }) => {
  const me = await as();
  const { page, words } = me;
  await me.open("/practice?question=lat-goodput-floor&topic=real-time-latency");
  await button(me, words.practice.dontKnow).click();
  await expect(verdict(me)).toBeFocused();
  await button(me, words.practice.another).click();
  await expect(verdict(me)).toBeHidden();
  const field = page.locator("main form input[type=text]").first();
  const stem = page.locator("main form [role=group]").first();
  await field.fill("417");
  await expect(page).toHaveURL(/&seed=\d+/);
  const asked = await stem.innerText();
  const same = async () => {
    await expect(field).toHaveValue("417");
    expect(await stem.innerText()).toBe(asked);
  };
  await page.waitForTimeout(2000);
  await page.reload();
  await same();
  const leaveAndComeBack = async () => {
    await page.getByRole("link", { name: words.practice.leave }).click();
    await expect(page).toHaveURL(/\/topics\/real-time-latency/);
    await page.goBack();
  };
  await leaveAndComeBack();
  await same();
  await button(me, words.practice.submit).click();
  await expect(verdict(me)).toBeFocused();
  await expect(page).not.toHaveURL(/seed=/);
  const [last] = await sql<{ spent: number }>("select duration_ms as spent from submission where subject_id = $1 order by seq desc limit 1", [me.subjectId]);
  expect(last?.spent).toBeGreaterThanOrEqual(2000);

  // what was answered does not come again, though the router still has the page as it was opened
  await leaveAndComeBack();
  await expect(button(me, words.practice.submit)).toBeVisible();
  await expect(stem).not.toHaveText(asked);
  expect(await submissionsOf(me.subjectId)).toBe(2);
});

test("a learner whose connection drops before the answer arrives hands in one, without pressing again", async ({ as }) => {
  const me = await as([], { phone: true });
  const { page, words } = me;
  await me.open("/practice?topic=evaluation");
  await answerSomehow(me);
  let dropped = 0;
  await page.route(submit, (route) => (dropped++ < 2 ? route.abort("connectionfailed") : route.continue()));
  await button(me, words.practice.submit).click();
  await expect(verdict(me)).toBeVisible();
  await look(page);
  expect(dropped).toBe(3);
  expect(await submissionsOf(me.subjectId)).toBe(1);
  me.complaints.length = 0; // two failed requests, as meant
});

test("a learner whose connection drops after the answer was stored is graded once, also when the page gave up and they press again", async ({ as }) => {
  const me = await as();
  const { page, words } = me;
  await me.open("/practice?topic=evaluation");
  await answerSomehow(me);
  let lost = 0;
  await page.route(submit, async (route) => {
    if (lost++ >= 7) return route.continue();
    await route.fetch(); // it is stored, and nobody hears of it
    await route.abort("connectionreset");
  });
  await button(me, words.practice.submit).click();
  await expect(page.getByRole("status").filter({ hasText: words.practice.retrying })).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: words.notes.kept.here })).toBeVisible({ timeout: 30_000 });
  await button(me, words.practice.submit).click();
  await expect(verdict(me)).toBeVisible({ timeout: 30_000 });
  expect(await submissionsOf(me.subjectId)).toBe(1);
  expect(await countOf("select count(*)::int as n from grading where subject_id = $1", [me.subjectId])).toBe(1);
  expect(await countOf("select sum(answers)::int as n from daily_activity where subject_id = $1", [me.subjectId])).toBe(1);
  me.complaints.length = 0; // seven failed requests, as meant
});

test("a learner who goes offline is told so, keeps what they chose, and hands it in when the connection is back", async ({ as }) => {
  const me = await as([], { locale: "zh" });
  const { page, context, words } = me;
  await me.open("/practice?topic=evaluation");
  await answerSomehow(me);
  await context.setOffline(true);
  await button(me, words.practice.submit).click();
  await expect(page.getByRole("status").filter({ hasText: words.notes.kept.here })).toBeVisible();
  await context.setOffline(false);
  await expect(verdict(me)).toBeVisible();
  expect(await submissionsOf(me.subjectId)).toBe(1);
  me.complaints.length = 0; // the failed requests, as meant
});

test("a learner whose answer in a placement finds no server need not press again when there is one", async ({ as }) => {
  const me = await as([], { phone: true });
  const { page, words, say } = me;
  const { placement, practice } = words;
  await me.open("/placement");
  await page.getByRole("button", { name: placement.begin }).click();
  const submitTest = "**/api/trpc/placement.submitTestAnswer*";
  await page.route(submitTest, (route) => route.abort("connectionfailed"));
  await button(me, practice.dontKnow).click();
  await expect(page.getByRole("alert").filter({ hasText: placement.offline })).toBeVisible({ timeout: 20_000 });
  await page.unroute(submitTest);
  await expect(page.getByText(say(placement.progress, { number: 2, most: 25 }))).toBeVisible({ timeout: 20_000 });
  expect(await submissionsOf(me.subjectId)).toBe(1);
  me.complaints.length = 0; // the failed requests, as meant
});

test("a learner who loses the connection in an assignment has the answer stored by itself when it is back, once", async ({ as }) => {
  const [teacher, me] = [await as(["instructor"]), await as([], { phone: true })];
  const room = await givenAssignment(teacher, { questions: ["eval-auc-sentence", "tok-crf-parameters"] });
  const attemptId = await givenAttempt(me, room, { open: true });
  const { page, context, words } = me;
  const texts = words.classes.assignment;
  await me.open(`/assignments/${room.assignmentId}/attempts/${attemptId}`);
  await answerSomehow(me);
  const before = await submissionsOf(me.subjectId);
  await context.setOffline(true);
  await page.locator("main form button[type=submit]").click();
  await expect(page.getByRole("alert").filter({ hasText: texts.away })).toBeVisible();
  await look(page);
  await context.setOffline(false);
  await expect(page.getByText(texts.saved, { exact: true })).toBeVisible();
  expect(await submissionsOf(me.subjectId)).toBe(before + 1);
  me.complaints.length = 0; // the failed requests, as meant
});

test("a learner who presses twice in an assignment passes no question by, and hands nothing in", async ({ as }) => {
  const [teacher, me] = [await as(["instructor"]), await as()];
  const room = await givenAssignment(teacher, { questions: ["eval-auc-sentence", "tok-crf-parameters", "tok-fmm-trace"] });
  const attemptId = await givenAttempt(me, room, { open: true });
  const { page, words, say } = me;
  const texts = words.classes.assignment;
  const question = (current: number) => page.getByRole("heading", { level: 2, name: say(texts.question, { current, total: 3 }) });
  await me.open(`/assignments/${room.assignmentId}/attempts/${attemptId}`);
  const before = await submissionsOf(me.subjectId);
  // stored already: the first press has nothing to wait for
  await button(me, texts.storeNext).dblclick();
  await expect(question(2)).toBeFocused();
  await page.waitForTimeout(600);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(question(3)).toBeFocused();
  await page.waitForTimeout(600); // sooner it would be the second press of the one before
  await button(me, texts.review).dblclick();
  await expect(button(me, texts.submitAll)).toBeVisible();
  expect(await submissionsOf(me.subjectId)).toBe(before);
  expect(await countOf("select count(*)::int as n from attempt where id = $1 and finished_at is not null", [attemptId])).toBe(0);
  await page.waitForTimeout(600);
  await button(me, texts.submitAll).click();
  await expect(page.getByText(texts.handedIn)).toBeVisible();
});

test("an instructor who presses again while the results are coming has assigned the set once", async ({ as }) => {
  const me = await as(["instructor"]);
  const { page, words } = me;
  const { classId, setId } = await givenAssignment(me);
  await me.open(`/teach/classes/${classId}/assign?set=${setId}`);
  await page.route("**/teach/assignments/**", async (route) => {
    await new Promise((wait) => setTimeout(wait, 1500));
    await route.continue();
  });
  const stored = page.waitForResponse("**/api/trpc/teach.createAssignment*");
  const assign = page.locator("main form button[type=submit]").last();
  await assign.click();
  await stored;
  await assign.click({ force: true, timeout: 1000 }).catch(() => {});
  await expect(page).toHaveURL(/\/teach\/assignments\//);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(words.teach.results.byLearner)).toBeVisible();
  // the one that was there, and this
  expect(await countOf("select count(*)::int as n from assignment where class_id = $1", [classId])).toBe(2);
});
