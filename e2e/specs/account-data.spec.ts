import { readFile } from "node:fs/promises";
import { createUser } from "@tidao/auth/testing";
import { fromBufferPromise } from "yauzl";
import { givenAnswer, givenAssignment, givenAttempt } from "../arrange";
import { countOf, sql } from "../database";
import { expect, languages, look, type Person, signIn, test, webUrl } from "../fixtures";
import { mailedLink } from "../mailbox";
import { button, link } from "../screens/question";

const password = "correct horse battery staple";

/** The texts of a zip by name. */
async function unzip(path: string): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(await readFile(path));
  const texts: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    texts[entry.fileName] = Buffer.concat(parts).toString("utf8");
  }
  return texts;
}

for (const locale of languages)
  test(`a learner takes their data with them, while it is made and after a reload, and finds it whole (${locale})`, async ({ as }) => {
    const me = await as([], { locale, name: "林知远 Lin" });
    const stranger = await as([], { locale });
    await givenAnswer(me);
    const { page, words, say } = me;
    const texts = words.accountData.export;
    await me.open("/account/data");
    await look(page);
    await button(me, texts.request).click();
    await expect(page.getByRole("progressbar", { name: texts.progress }).or(page.getByText(texts.mayLeave)).first()).toBeVisible();
    await page.reload();
    const download = page.getByRole("link", { name: new RegExp(`^${say(texts.download, { size: ".*" }).replace(/[()（）]/g, "\\$&")}$`) });
    await expect(download).toBeVisible({ timeout: 15_000 });
    await look(page);

    const [file] = await Promise.all([page.waitForEvent("download"), download.click()]);
    expect(file.suggestedFilename()).toMatch(/^tidao-data-\d{4}-\d{2}-\d{2}\.zip$/);
    const zip = await unzip(await file.path());
    expect(JSON.parse(zip["data/account.json"]!)).toMatchObject({ email: me.email, name: me.name });
    expect(JSON.parse(zip["data/answers.json"]!)).toHaveLength(1);
    expect(zip["index.html"]).toContain(me.name);

    // the address is worth nothing to anybody else
    const address = (await download.getAttribute("href"))!;
    await stranger.page.goto(`${webUrl}${address}`);
    await expect(stranger.page).toHaveURL(`${webUrl}/${locale}/account/data`);
  });

for (const locale of languages)
  test(`a learner sees that an instructor opened their work, asks to be deleted and takes it back (${locale})`, async ({ as, seat }) => {
    const teacher = await as(["instructor"], { locale, name: "周老师 Zhou" });
    const user = await createUser({ locale, name: "学习者 Chen", ...(locale === "en" && { password }) });
    const me: Person = { ...user, ...(await seat({ locale, phone: true })) };
    await signIn(me.context, me.id);
    const room = await givenAssignment(teacher, { title: "第一周 Week one" });
    await givenAttempt(me, room);
    await teacher.open(`/teach/assignments/${room.assignmentId}/learners/${me.id}`);
    await expect(teacher.page.getByText(teacher.words.teach.work.recordedBody)).toBeVisible();

    await teacher.open(`/teach/classes/${room.classId}`);
    await expect(teacher.page.getByText(teacher.words.teach.room.members.recorded)).toBeVisible();

    const admin = await as(["admin"], { locale, name: "高管 Gao" });
    await admin.open(`/users?text=${encodeURIComponent(me.email)}`, "admin");
    await expect(admin.page.getByText(admin.words.admin.users.recorded)).toBeVisible();

    const { page, words, say } = me;
    const { looked, deletion, banner } = words.accountData;
    await me.open("/account/data");
    const row = page.getByRole("listitem").filter({ hasText: say(looked.kinds.work, { assignment: "第一周 Week one" }) });
    await expect(row).toContainText("周老师 Zhou");
    await expect(row).toContainText(looked.roles.instructor);
    await expect(page.getByRole("listitem").filter({ hasText: looked.kinds.members })).toBeVisible();
    const listed = page.getByRole("listitem").filter({ hasText: looked.kinds.accounts });
    await expect(listed).toContainText("高管 Gao");
    await expect(listed).toContainText(looked.roles.admin);

    await button(me, deletion.begin).click();
    const dialog = page.getByRole("dialog");
    const field = dialog.getByLabel(locale === "en" ? deletion.password : deletion.email);
    await field.fill("nobody@example.test");
    await dialog.getByRole("button", { name: deletion.confirm, exact: true }).click();
    const refused = locale === "en" ? say(words.errors.CURRENT_PASSWORD_WRONG, { spaced: "no" }) : say(words.errors.INPUT_INVALID, { field: "none" });
    await expect(dialog.getByText(refused)).toBeVisible();
    await look(page);
    await field.fill(locale === "en" ? password : me.email);
    await dialog.getByRole("button", { name: deletion.confirm, exact: true }).click();
    await expect(button(me, deletion.keep)).toBeVisible();
    // who hears the page is told, wherever they are on it
    await expect(page.getByRole("status").filter({ hasText: deletion.pendingTitle.split("{time}")[0] })).toBeVisible();
    await look(page);
    expect(await mailedLink(me.email, "deletionRequested")).toBe(`${webUrl}/${locale}/account/data`);

    // everything goes on, and every page says until when
    await me.open("/topics");
    await expect(page.getByRole("complementary", { name: words.app.notice.warning })).toBeVisible();
    await look(page);
    await link(me, banner.open).click();
    await button(me, deletion.keep).click();
    await expect(page.getByText(deletion.kept)).toBeVisible();
    await expect(page.getByRole("complementary", { name: words.app.notice.warning })).toHaveCount(0);
    expect(await countOf(`select count(*)::int as n from "user" where id = $1 and deletion_requested_at is null`, [me.id])).toBe(1);
  });

test("an instructor hands a class over before the account may be deleted", async ({ as }) => {
  const teacher = await as(["instructor"]);
  const colleague = await as(["instructor"]);
  const learner = await as();
  const room = await givenAssignment(teacher, { className: "To be given away" });
  await givenAttempt(learner, room, { open: true });
  const { page, words, say } = teacher;
  const texts = words.accountData.deletion;
  await teacher.open("/account/data");
  await expect(button(teacher, texts.begin)).toHaveCount(0);
  await look(page);
  await page.getByLabel(texts.colleague).fill(learner.email);
  await button(teacher, texts.handOver).click();
  await expect(page.getByText(words.errors.HANDOVER_UNKNOWN)).toBeVisible();
  await page.getByLabel(texts.colleague).fill(colleague.email);
  await button(teacher, texts.handOver).click();
  await expect(page.getByText(say(texts.handedOver, { name: "To be given away" }))).toBeVisible();
  await expect(button(teacher, texts.begin)).toBeVisible();
  expect(await sql(`select owner_id from class where id = $1`, [room.classId])).toEqual([{ owner_id: colleague.id }]);
});
