import { readFile } from "node:fs/promises";
import { sql } from "../database";
import { calling, givenAssignment, givenAttempt } from "../arrange";
import { expect, languages, look, type Person, test, webUrl } from "../fixtures";
import { answerSomehow, button, link, verdict } from "../screens/question";

/** What a field of date and time wants, at that place. */
const wallTime = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(at).replace(" ", "T");
const tomorrow = () => new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 86_400_000);

async function makeSet(me: Person, title: string): Promise<void> {
  const { page, words, say } = me;
  await me.open("/teach/sets");
  await button(me, words.teach.sets.create).first().click();
  await page.getByRole("dialog").getByLabel(words.teach.sets.name).fill(title);
  await page.getByRole("dialog").getByRole("button", { name: words.app.actions.create, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const bank = page.getByRole("search", { name: words.teach.bank.title });
  for (const id of ["tok-fmm-trace", "mem-zero-two"]) {
    await bank.getByLabel(words.teach.bank.search).fill(id);
    await bank.getByRole("button", { name: words.teach.bank.apply }).click();
    await page.getByRole("button", { name: say(words.app.about, { word: words.teach.bank.add, what: id }) }).click();
    await expect(page.getByRole("button", { name: say(words.app.about, { word: words.teach.bank.added, what: id }) })).toBeVisible();
  }
  await expect(page.getByRole("status").filter({ hasText: words.teach.set.saved })).toBeVisible();
  await look(page);
}

for (const locale of languages)
  test(`an instructor assigns a set, a learner does it on a phone, and the instructor sees each answer (${locale})`, async ({ as }) => {
    const teacher = await as(["instructor"], { locale, name: "周老师 Zhou", zone: "Europe/London" });
    const { page, words, say } = teacher;
    const name = `一班 Class ${Date.now()}`;

    await teacher.open("/teach");
    await look(page);
    await button(teacher, words.teach.classes.create).first().click();
    await page.getByRole("dialog").getByLabel(words.teach.classes.name).fill(name);
    await page.getByRole("dialog").getByRole("button", { name: words.app.actions.create, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await look(page);
    await teacher.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await button(teacher, words.teach.room.join.copyCode).click();
    await expect(page.getByText(words.teach.room.join.copiedCode)).toBeVisible();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    const classUrl = page.url();

    await makeSet(teacher, "第一周 Week one");
    const setUrl = page.url();
    await page.getByRole("button", { name: words.teach.set.assign }).click();
    await link(teacher, say(words.teach.set.assignTo, { name })).click();
    const due = tomorrow();
    await page.getByLabel(words.teach.assign.due, { exact: true }).fill(wallTime(due, "Europe/London"));
    await page.getByRole("radio", { name: words.teach.assign.feedbackOptions.immediately }).check();
    await look(page);
    await button(teacher, words.teach.assign.submit).click();
    await expect(page).toHaveURL(/\/teach\/assignments\/[0-9a-f-]{36}/);
    const assignmentUrl = page.url().split("?")[0]!;

    // one learner comes by the link, on a phone and in another zone; one by the code and does nothing
    const learner = await as([], { locale, name: "林学 Lin", zone: "Asia/Shanghai", phone: true });
    await learner.page.goto(`${webUrl}/join/${code}`);
    await expect(learner.page.getByText(name)).toBeVisible();
    await look(learner.page);
    await button(learner, words.classes.join.submit).click();
    await expect(learner.page.getByText(say(words.classes.join.joined, { name }))).toBeVisible();
    const idle = await as([], { locale, name: "Idle, “Quote”" });
    await idle.open("/join");
    await idle.page.getByLabel(words.classes.join.code).fill(` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`);
    await button(idle, words.classes.join.look).click();
    await button(idle, words.classes.join.submit).click();
    await expect(idle.page.getByText(say(words.classes.join.joined, { name }))).toBeVisible();

    await link(learner, words.classes.join.toAssignments).click();
    await look(learner.page);
    await link(learner, "第一周 Week one").click();
    const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Shanghai", timeStyle: "short" }).format(due);
    await expect(learner.page.getByRole("main").locator("time").filter({ hasText: clock }).first()).toBeVisible();
    await expect(learner.page.getByText("Asia/Shanghai")).toBeVisible();
    await look(learner.page);
    await button(learner, words.classes.assignment.start).click();
    // axe must not see the moment in which one page's title went and the next has not come
    await expect(learner.page).toHaveURL(/\/attempts\//);
    await look(learner.page);
    await answerSomehow(learner);
    await button(learner, words.classes.assignment.storeNext).click();
    await expect(learner.page.getByRole("heading", { name: say(words.classes.assignment.question, { current: 2, total: 2 }) })).toBeFocused();
    await learner.page.reload(); // what was stored is stored
    await expect(learner.page.getByRole("button", { name: new RegExp(`(?:, |，)${words.classes.assignment.answeredMark}$`) })).toHaveCount(1);
    const second = say(words.classes.assignment.question, { current: 2, total: 2 });
    await learner.page.getByRole("button", { name: second }).click();
    await answerSomehow(learner);
    await button(learner, words.classes.assignment.review).first().click();
    await expect(learner.page.getByText(words.classes.assignment.complete)).toBeVisible();
    await look(learner.page);
    await learner.page.waitForTimeout(600); // sooner it would be the second press of "Review"
    await button(learner, words.classes.assignment.submitAll).click();
    await expect(learner.page.getByText(words.classes.assignment.handedIn)).toBeVisible();
    await expect(verdict(learner).first()).toBeVisible(); // feedback at once, as assigned
    await look(learner.page);

    // the title is what a row is found by: it has the most of the table's width
    await page.goto(classUrl);
    const widths = await page.getByRole("region", { name: words.teach.room.assignments.title }).getByRole("columnheader").evaluateAll((all) => all.map((head) => head.clientWidth));
    expect(widths[0]).toBe(Math.max(...widths));
    await page.goto(assignmentUrl);
    const row = page.getByRole("row").filter({ hasText: "林学 Lin" });
    await expect(row).toContainText(words.teach.results.states.finished);
    await expect(page.getByRole("row").filter({ hasText: "Idle" })).toContainText(words.teach.results.states["not-started"]);
    await look(page);
    const downloading = page.waitForEvent("download");
    await button(teacher, words.teach.results.download).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe("第一周-Week-one.csv");
    const [head, ...lines] = (await readFile(await file.path(), "utf8")).replace(/^\uFEFF/, "").trimEnd().split("\r\n");
    expect(head).toBe("name,email,state,attempts,answered,pending,points,max_points,finished_at,due_at,extension,tok-fmm-trace,mem-zero-two");
    expect(lines).toHaveLength(2);
    const answered = lines.find((line) => line.startsWith("林学 Lin,"))!.split(",");
    expect(answered.slice(1, 6)).toEqual([learner.email, "finished", "1", "2", "0"]);
    expect(answered[9]).toBe(due.toISOString());
    expect(lines.find((line) => line.startsWith('"Idle, “Quote”",'))).toContain(`${idle.email},not-started,0,0,0,,2,,`);

    const { extension, results } = words.teach;
    const waiting = page.getByRole("row").filter({ hasText: "Idle" }).getByRole("button");
    await waiting.press("Enter");
    await page.getByLabel(extension.attempts).fill("2");
    await page.getByRole("textbox", { name: extension.reason }).fill("病假 / ill");
    await look(page);
    await button(teacher, extension.save).click();
    await expect(waiting).toHaveText(results.extended);
    await expect(waiting).toBeFocused(); // the row is new, the place is kept
    await waiting.click();
    await button(teacher, extension.remove).click();
    await expect(waiting).toHaveText(results.extend);

    await row.getByRole("link", { name: "林学 Lin" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "林学 Lin" })).toBeVisible();
    await expect(page.getByText(words.teach.work.recorded)).toBeVisible();
    await expect(verdict(teacher)).toHaveCount(2);
    await look(page);
    const workUrl = page.url();
    expect(await sql(`select action from audit_entry where actor_id = $1 and action in ('learner.viewed', 'results.exported') order by id`, [teacher.id])).toMatchObject([
      { action: "results.exported" },
      { action: "learner.viewed" },
    ]);

    const stranger = await as(["instructor"], { locale });
    for (const address of [classUrl, `${classUrl}/assign`, setUrl, assignmentUrl, workUrl]) {
      const response = await stranger.page.goto(address);
      expect(response!.status(), address).toBe(404);
      await expect(stranger.page.getByRole("heading", { name: words.app.notFound.title })).toBeVisible();
      expect(/林学|一班|第一周/.test(await response!.text()), "what a stranger is told of a class").toBe(false);
    }
  });

test("a learner sees no verdict before feedback opens, and all of it when it does", async ({ as }) => {
  const teacher = await as(["instructor"]);
  const learner = await as([], { zone: "Asia/Shanghai" });
  const room = await givenAssignment(teacher, { feedback: "after_due", questions: ["tok-learns-from", "eval-auc-sentence"] });
  const attemptId = await givenAttempt(learner, room);
  const { page, words } = learner;
  const result = `/assignments/${room.assignmentId}/attempts/${attemptId}`;
  await learner.open(result);
  await expect(page.getByText(words.classes.assignment.handedIn)).toBeVisible();
  await expect(verdict(learner)).toHaveCount(0);
  await look(page);
  // neither the page, nor practice, nor the learner's numbers tell
  expect(/BPE counts adjacent pairs|tok-m2/.test(await page.content()), "what the page's source tells").toBe(false);
  const { ask } = await calling(learner);
  const { submission } = (await ask<{ items: { submission: { id: string; feedback: unknown } | null }[] }>("assignments.getAttempt", { attemptId })).items[0]!;
  expect(submission?.feedback ?? null).toBeNull();
  await learner.open("/analytics");
  await expect(page.getByText(words.analytics.empty.title)).toBeVisible();

  await sql(`update assignment set opens_at = now() - interval '2 days', due_at = now() - interval '1 second' where id = $1`, [room.assignmentId]);
  await learner.open(result);
  await expect(verdict(learner)).toHaveCount(2);
  await look(page);
});

test("an instructor renames what was assigned, and its dates stay", async ({ as }) => {
  const me = await as(["instructor"]);
  const room = await givenAssignment(me, { title: "Week one" });
  const { page, words } = me;
  const times = () => sql<{ opens: Date; due: Date }>(`select opens_at as opens, due_at as due from assignment where id = $1`, [room.assignmentId]);
  const before = await times();
  await me.open(`/teach/assignments/${room.assignmentId}`);
  await button(me, words.teach.results.edit).click();
  const dialog = page.getByRole("dialog", { name: words.teach.edit.title });
  await expect(dialog.getByLabel(words.teach.assign.name)).toHaveValue("Week one");
  await look(page);
  await dialog.getByLabel(words.teach.assign.name).fill("Week two");
  await dialog.getByRole("button", { name: words.teach.edit.save }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Week two" })).toBeVisible();
  expect(await times()).toEqual(before);
});

for (const locale of languages)
  test(`an instructor is warned before what cannot be undone: shown feedback, known questions, an extension that ends (${locale})`, async ({ as }) => {
    const [me, learner] = [await as(["instructor"], { locale, phone: locale === "zh" }), await as([], { locale, name: "林 Lin" })];
    const room = await givenAssignment(me, { feedback: "immediately" });
    await givenAttempt(learner, room);
    const { page, words, say } = me;
    const { edit, extension, assign, results } = words.teach;
    await me.open(`/teach/assignments/${room.assignmentId}`);
    await button(me, results.edit).click();
    const dialog = page.getByRole("dialog", { name: edit.title });
    await expect(dialog.getByText(assign.feedbackFinal)).toBeVisible();
    await dialog.getByLabel(assign.attempts, { exact: true }).fill("2");
    await expect(dialog.getByText(say(edit.keySeen, { count: 1 }))).toBeVisible();
    await look(page);
    await dialog.getByRole("radio", { name: assign.feedbackOptions.never }).check();
    await expect(dialog.getByText(say(edit.feedbackSeen, { count: 1 }))).toBeVisible();
    await expect(dialog.getByText(assign.feedbackFinal)).toBeHidden();
    await dialog.getByLabel(assign.due, { exact: true }).fill("2020-01-02T10:00");
    await dialog.getByLabel(assign.opens, { exact: true }).fill("2020-01-01T10:00");
    await expect(dialog.getByText(edit.closesNow)).toBeVisible();
    await look(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();

    await page.getByRole("row").filter({ hasText: "林 Lin" }).getByRole("button").press("Enter");
    const given = page.getByRole("dialog", { name: say(extension.title, { name: "林 Lin" }) });
    await given.getByRole("textbox", { name: extension.reason }).fill("病假 / ill");
    await page.keyboard.press("Tab"); // a text takes Enter for itself
    await button({ page }, extension.save).press("Enter");
    await expect(given.getByText(extension.nothing)).toBeVisible();
    await given.getByLabel(extension.attempts).fill("2");
    await expect(given.getByText(say(extension.keySeen, { name: "林 Lin" }))).toBeVisible();
    const due = given.getByLabel(extension.due);
    await due.fill(wallTime(new Date(Date.now() + 3_600_000), "UTC"));
    await expect(given.getByText(extension.earlier)).toBeVisible();
    await due.fill("2020-01-01T10:00");
    await expect(given.getByText(extension.past)).toBeVisible();
    await look(page);
    await page.keyboard.press("Escape");
    await expect(given).toBeHidden();
    expect(await sql(`select 1 from assignment_override where assignment_id = $1`, [room.assignmentId])).toEqual([]);
  });

test("an instructor who gives extensions by keyboard keeps their place, whether the new row comes after the dialog has gone or while the next is open", async ({ as }) => {
  const [me, learner] = [await as(["instructor"]), await as([], { name: "林 Lin" })];
  const room = await givenAssignment(me);
  await givenAttempt(learner, room);
  const { page, words, say } = me;
  const { extension, results } = words.teach;
  await me.open(`/teach/assignments/${room.assignmentId}`);
  // beside an open dialog there is no role to find it by
  const extend = page.locator("[data-extend]");
  const dialog = page.getByRole("dialog", { name: say(extension.title, { name: "林 Lin" }) });
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.waitForLoadState("networkidle");
  await page.route(/\/teach\/assignments\/[^/]*_rsc=/, async (route) => {
    await held;
    await route.continue();
  });

  await extend.press("Enter");
  await dialog.getByLabel(extension.attempts).fill("2");
  await dialog.getByRole("textbox", { name: extension.reason }).fill("病假 / ill");
  await dialog.getByRole("button", { name: extension.save }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(extend).toHaveText(results.extend);
  await expect(extend).toBeFocused();
  await extend.press("Enter");
  await expect(dialog).toBeVisible();
  release();
  await expect(extend).toHaveText(results.extended);
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: words.app.actions.cancel }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(extend).toBeFocused();
});
