import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { UserActor } from "@tidao/access";
import { fixedClock } from "@tidao/kernel";
import { inTransaction, pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { updatePreferences } from "../account";
import { finishAttempt } from "../assignments";
import { openDueFeedback } from "../assignments/open-due-feedback";
import { findBrokenAuditEntry } from "../audit/verify-chain";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { createClass, handOverClass, joinClass } from "../classes";
import { getExport, requestExport } from "../data-export";
import { snapshotItemDifficulty } from "../item-difficulty/snapshot-item-difficulty";
import { purgeExpired } from "../housekeeping/purge-expired";
import { createJobSchema, startWorker } from "../jobs";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { submitAnswer } from "../practice/submit-answer";
import { tickKeyPoints } from "../practice/tick-key-points";
import { openPostOffice, readMailSettings, sendWaitingMail } from "../mail";
import { queueMail } from "../mail/outbox.repo";
import { saveNote } from "../notes";
import { setPlan } from "../plan";
import { createList } from "../bookmarks";
import { rebuildAll } from "../rebuild";
import { reportQuestion } from "../reports";
import { getLearnerWork, setOverride } from "../results";
import { createSet } from "../sets";
import { makeActor, makeBank, sampleAnswers } from "../testing";
import { after, answerAll, before, during, newAssignment, newSet, on } from "../testing/class-work";
import { getUser, suspendUser } from "../users";
import { eraseAccount, eraseDueAccounts } from "./erase-due-accounts";
import { cancelDeletion, getDeletion, requestDeletion } from "./manage-deletion";

process.env.NEXTAUTH_SECRET = "a secret of this test";
const mailFolder = mkdtempSync(join(tmpdir(), "tidao-mail-"));
process.env.SMTP_URL = pathToFileURL(mailFolder).href;
const webUrl = "https://learn.example.org";
const letterTo = (address: string) => ({
  id: randomUUID(), kind: "digest" as const, address, locale: "en" as const, date: new Date("2026-03-04T08:00:00Z"), subject: "Today", text: "Today", html: "Today", headers: {},
});
const clockOf = (iso: string) => ({ clock: fixedClock(iso) });
const asked = clockOf("2026-03-10T10:00:00Z");
const [tooEarly, due] = [clockOf("2026-03-24T09:59:59Z"), clockOf("2026-03-24T10:00:00Z")];
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let versions: Record<string, string>;
beforeAll(async () => {
  database = await openTestDatabase();
  await createJobSchema(database.ownerUrl);
  versions = await makeBank();
});
afterAll(async () => {
  await database.close();
  rmSync(mailFolder, { recursive: true });
});

async function answer(learner: UserActor, question: string, words?: string) {
  const version = await getPublishedVersion(versions[question]!);
  const given = structuredClone(sampleAnswers[question]![0]!);
  if (words && given.kind === "short-answer") given.text = words;
  if (words && given.kind === "cloze") given.blanks = { w: words };
  const hidden = hideAnswer(given, disguiseOf(version, 3, instantiateVersion(version, 3)));
  return submitAnswer(learner, { submissionKey: randomUUID(), versionId: version.id, seed: 3, answer: hidden, confidence: 3, durationMs: 9000 }, on("03"));
}

/** Tables with a row in which the text occurs, as text of every column. */
async function whereIs(text: string): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss') and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')`,
  );
  if (tables.length < 45) throw new Error("the search is asleep");
  const found: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await pool.query(`select 1 from ${name} t where strpos(lower(to_jsonb(t)::text), lower($1)) > 0 limit 1`, [text]);
    if (rowCount) found.push(name);
  }
  return found;
}
/** Letters in the folder of mail in which the text occurs. */
async function lettersWith(text: string): Promise<string[]> {
  const letters = await Promise.all((await readdir(mailFolder)).map((name) => readFile(join(mailFolder, name), "utf8")));
  return letters.filter((letter) => letter.includes(text));
}
const shared = async () => {
  const state: Record<string, unknown> = {};
  for (const table of ["question_counter", "choice_counter", "item_difficulty"])
    state[table] = (await pool.query(`select to_jsonb(t) - 'at' as row from ${table} t order by to_jsonb(t)::text`)).rows;
  return state;
};
const derivedOf = async (subjectId: string) => {
  const state: Record<string, unknown> = {};
  for (const table of ["review_card", "topic_mastery", "objective_mastery", "daily_activity", "topic_day", "question_state", "lesson_read", "path_enrolment", "review_settings", "topic_skip", "attempt_grade"])
    state[table] = (await pool.query(`select to_jsonb(t) as row from ${table} t where subject_id = $1 order by to_jsonb(t)::text`, [subjectId])).rows;
  return state;
};

describe("somebody who lived here and asked to be forgotten", () => {
  const marks = {
    name: "Zyxomma Quillfeather", agent: "Mozilla/unmistakable-agent", provider: "unmistakable-provider-id", short: "my unmistakable short answer", cloze: "unmistakable-filling",
    set: "unmistakable set title", override: "unmistakable reason of an extension", suspension: "unmistakable reason of a suspension", zone: "Antarctica/Troll",
    note: "unmistakable note of mine", list: "unmistakable list of questions", report: "unmistakable report of a fault", interview: "2026-11-27", mail: "unmistakable-token-of-a-mail",
  };
  const logged: string[] = [];
  const wasEverywhere: [string, boolean][] = [];
  const erasedAt: number[] = [];
  const lastLetter = { waitsIn: [] as string[], sent: [] as number[], text: "", files: 0 };
  const formerEmail = `former-${randomUUID()}@example.test`;
  let othersEmail: string;
  let person: UserActor;
  let beforeErasure: { shared: unknown; derived: unknown };

  const queue = (userId: string, address: string) =>
    inTransaction((connection) =>
      queueMail(connection, { userId, address, kind: "verify", locale: "en", zone: "UTC", params: { name: marks.name, token: marks.mail }, expiresAt: due.clock.now() }, during.clock.now()),
    );

  beforeAll(async () => {
    person = await makeActor(["instructor"]);
    const [teacher, admin, other] = await Promise.all([makeActor(["instructor"]), makeActor(["admin"]), makeActor()]);
    await updatePreferences(person, { name: marks.name, zone: marks.zone }, before);
    person = { ...person, name: marks.name, zone: marks.zone };
    await pool.query(`insert into session (token_hash, user_id, user_agent, expires_at) values ($1, $2, $3, now() + interval '1 day')`, [Buffer.from(randomUUID()), person.id, marks.agent]);
    await pool.query(`insert into oauth_account (provider, provider_account_id, user_id) values ('github', $1, $2)`, [marks.provider, person.id]);
    // learns: in practice and in an assignment, beside somebody else
    for (const question of ["single", "multiple", "ordering"]) await answer(person, question);
    await answer(person, "cloze", marks.cloze);
    const pending = await answer(person, "short", marks.short);
    await tickKeyPoints(person, { submissionId: pending.submissionId, ticked: [pending.feedback!.keyPoints![0]!.id] }, on("03"));
    for (const question of ["single", "multiple", "short"]) await answer(other, question);
    const { id: assignmentId } = await newAssignment(teacher, await newSet(teacher), [person, other], { attempts: 2 });
    const attempts = await Promise.all([person, other].map(async (who) => ({ who, attemptId: await answerAll(who, assignmentId, [0, 1]) })));
    for (const { who, attemptId } of attempts) await finishAttempt(who, { attemptId }, during);
    await setOverride(teacher, { assignmentId, userId: person.id, dueAt: null, attempts: 3, reason: marks.override }, during);
    await openDueFeedback(after.clock);
    // keeps notes, plans, reports, gets mail
    await saveNote(person, { noteId: randomUUID(), place: { questionId: "multiple", topicSlug: null, anchor: null }, body: marks.note, revision: null }, during);
    await createList(person, { listId: randomUUID(), name: marks.list }, during);
    await reportQuestion(person, { reportId: randomUUID(), versionId: versions.multiple!, seed: 3, submissionId: null, kind: "other", text: marks.report }, during);
    await setPlan(person, { date: marks.interview, minutesADay: 30, daysOff: [7], weights: {} }, during);
    await pool.query(`insert into account_token (hash, user_id, kind, email, created_at, expires_at) values ($1, $2, 'change-email', $3, now(), now())`, [Buffer.from(randomUUID()), other.id, person.email]);
    const office = openPostOffice(readMailSettings());
    await office.send(letterTo(person.email));
    await office.send(letterTo(other.email));
    // lived at another address before, which is somebody else's now
    await queue(person.id, formerEmail);
    await sendWaitingMail(during.clock, { office, webUrl });
    await pool.query(`insert into "user" (id, email, name, locale, zone) values (gen_random_uuid(), $1, 'New here', 'en', 'UTC')`, [formerEmail]);
    await office.send(letterTo(formerEmail));
    othersEmail = other.email;
    // is looked at, suspended and let in again
    await getLearnerWork(teacher, { assignmentId, userId: person.id }, during);
    await getUser(admin, { userId: person.id }, during);
    for (const suspended of [true, false]) await suspendUser(admin, { userId: person.id, suspended, reason: marks.suspension }, during);
    // teaches a little and looks at others
    await createSet(person, { title: marks.set }, during);
    await createClass(person, { name: "Nobody came" }, during);
    await getUser({ ...person, roles: ["learner", "admin"] }, { userId: other.id }, during);
    // takes their data with them
    await requestExport(person, {}, asked);
    const worker = await startWorker(database.applicationUrl, asked.clock, (line) => logged.push(JSON.stringify(line)));
    await vi.waitUntil(async () => (await getExport(person, {}, asked)).export?.state === "ready", { timeout: 20_000, interval: 200 });
    await worker.stop();
    await snapshotItemDifficulty(asked.clock);
    await queue(person.id, person.email);
    await requestDeletion(person, asked);
    beforeErasure = { shared: await shared(), derived: await derivedOf(person.subjectId) };
    for (const text of [...Object.values(marks), person.email, person.id]) wasEverywhere.push([text, (await whereIs(text)).length > 0]);
    erasedAt.push(await eraseDueAccounts(tooEarly.clock), await eraseDueAccounts(due.clock));
    // a worker that had taken an earlier letter wrote it only now, and died
    await office.send(letterTo(person.email));
    lastLetter.waitsIn = await whereIs(person.email);
    const soon = { clock: clockOf("2026-03-24T10:02:00Z").clock, office, report: (event: object) => logged.push(JSON.stringify(event)) };
    lastLetter.sent = [await sendWaitingMail(due.clock, { ...soon, webUrl }), await sendWaitingMail(soon.clock, { ...soon, webUrl }), await sendWaitingMail(soon.clock, { ...soon, webUrl })];
    const letters = await lettersWith(person.email);
    [lastLetter.text, lastLetter.files] = [letters[0] ?? "", letters.length];
    await purgeExpired(clockOf("2026-03-25T10:00:01Z").clock);
  }, 60_000);

  test("was in the tables before, and was erased when the waiting time was over and not earlier", () => {
    expect(wasEverywhere.length).toBeGreaterThan(10);
    expect(wasEverywhere.filter(([, found]) => !found)).toEqual([]);
    expect(erasedAt).toEqual([0, 1]);
  });
  test("gets a last letter in their language, which alone keeps the address until it is sent", () => {
    expect(lastLetter).toMatchObject({ waitsIn: ["public.mail_outbox"], sent: [0, 1, 0], files: 1 });
    expect(lastLetter.text).toContain("Subject: Your Tidao account has been erased");
    expect(lastLetter.text).toMatch(/^To: .*@example\.test/m);
    expect(lastLetter.text).toContain("Content-Language: en");
    expect(lastLetter.text).toContain("24 Mar 2026");
  });
  test("is in no table any more: not by name, address, browser, words or reasons", async () => {
    for (const text of [...Object.values(marks), person.email]) expect(await whereIs(text), text).toEqual([]);
    // its owner of today
    expect(await whereIs(formerEmail)).toEqual(['public."user"']);
  });
  test("leaves a number that leads to nobody in the audit trail, and nowhere else", async () => {
    expect(await whereIs(person.id)).toEqual(["public.audit_entry"]);
    expect((await pool.query(`select user_id from learner where subject_id = $1`, [person.subjectId])).rows).toEqual([{ user_id: null }]);
  });
  test("is in no line that was logged, and in no file of an export", async () => {
    expect(logged.length).toBeGreaterThan(0);
    for (const text of [...Object.values(marks), person.email, person.id]) expect(logged.filter((line) => line.includes(text))).toEqual([]);
    expect((await pool.query(`select 1 from data_export_chunk`)).rowCount).toBe(0);
  });
  test("is in no letter of the mail folder, where others' letters stay", async () => {
    for (const [text, letters] of [[person.email, 0], [marks.name, 0], [marks.mail, 0], [othersEmail, 1], [formerEmail, 1]] as const)
      expect(await lettersWith(text), text).toHaveLength(letters);
  });
  test("is still counted: rebuilding from the log gives the same state and the same statistics", async () => {
    expect(await shared()).toEqual(beforeErasure.shared);
    expect(await derivedOf(person.subjectId)).toEqual(beforeErasure.derived);
    await rebuildAll();
    expect(await shared()).toEqual(beforeErasure.shared);
    expect(await derivedOf(person.subjectId)).toEqual(beforeErasure.derived);
    // difficulty estimated anew, from nothing, is what it was
    await inTransaction(async (connection) => {
      await connection.query(`set local role none`);
      await connection.query(`delete from item_difficulty`);
    });
    expect(await snapshotItemDifficulty(due.clock)).toBeGreaterThan(3);
    expect(await shared()).toEqual(beforeErasure.shared);
  });
  test("keeps what was chosen and its points, and loses the words", async () => {
    const { rows } = await pool.query<{ answer: { kind: string } }>(`select answer from submission where subject_id = $1`, [person.subjectId]);
    const kinds = Object.fromEntries(rows.map(({ answer: given }) => [given.kind, given]));
    expect(kinds["short-answer"]).toEqual({ kind: "short-answer", text: "[erased]" });
    expect(kinds.cloze).toEqual({ kind: "cloze", blanks: { w: "[erased]" } });
    expect(kinds["single-choice"]).toEqual(sampleAnswers.single![0]);
    expect((await pool.query(`select 1 from grading where subject_id = $1`, [person.subjectId])).rowCount).toBeGreaterThanOrEqual(rows.length);
  });
  test("leaves the fault that they reported to the editors, without what they wrote", async () => {
    const { rows } = await pool.query(`select kind, text, question_id from question_report where subject_id = $1`, [person.subjectId]);
    expect(rows).toEqual([{ kind: "other", text: "[erased]", question_id: "multiple" }]);
  });
  test("leaves the audit trail whole", async () => {
    expect(await findBrokenAuditEntry()).toBeNull();
  });
  test("is not erased a second time", async () => {
    const entries = async () => (await pool.query(`select 1 from audit_entry`)).rowCount;
    const count = await entries();
    expect(await eraseAccount(person.id, due.clock.now())).toBe(false);
    expect(await eraseDueAccounts(due.clock)).toBe(0);
    expect((await pool.query(`select erase_user($1) as erased`, [person.id])).rows).toEqual([{ erased: false }]);
    expect(await entries()).toBe(count);
  });
});

describe("an account", () => {
  test("that asks keeps its first date, says until when, and is kept when it takes it back", async () => {
    const person = await makeActor();
    expect(await requestDeletion(person, asked)).toMatchObject({ requestedAt: "2026-03-10T10:00:00.000Z", erasedFrom: "2026-03-24T10:00:00.000Z" });
    expect(await requestDeletion(person, tooEarly)).toMatchObject({ requestedAt: "2026-03-10T10:00:00.000Z" });
    expect(await cancelDeletion(person, {}, tooEarly)).toMatchObject({ requestedAt: null, erasedFrom: null });
    await cancelDeletion(person, {}, tooEarly);
    expect(await eraseAccount(person.id, due.clock.now())).toBe(false);
    const { rows } = await pool.query(`select action from audit_entry where resource_id = $1 order by id`, [person.id]);
    expect(rows.map((row: { action: string }) => row.action)).toEqual(["user.deletionRequested", "user.deletionCancelled"]);
  });
  test("that asks is told so by one mail, with the date until which it can be kept", async () => {
    const person = await makeActor();
    for (let i = 0; i < 2; i++) await requestDeletion(person, asked);
    const { rows } = await pool.query(`select address, kind, params->>'at' as at from mail_outbox where user_id = $1`, [person.id]);
    expect(rows).toEqual([{ address: person.email, kind: "deletionRequested", at: "2026-03-24T10:00:00.000Z" }]);
  });
  test("that nobody asked to delete is safe from the function of the database, and from the application", async () => {
    const person = await makeActor();
    await expect(pool.query(`select erase_user($1)`, [person.id])).rejects.toThrow(/nobody asked/);
    await expect(pool.query(`delete from "user" where id = $1`, [person.id])).rejects.toThrow(/permission denied/);
  });
  test("whose classes others are in is told so, and may go once they are handed over", async () => {
    const [teacher, colleague, learner] = await Promise.all([makeActor(["instructor"]), makeActor(["instructor"]), makeActor()]);
    const room = await createClass(teacher, { name: "Left behind" }, before);
    await joinClass(learner, { code: room.joinCode }, before);
    await expect(requestDeletion(teacher, asked)).rejects.toMatchObject({ code: "CLASSES_OWNED", params: { count: 1 } });
    expect((await getDeletion(teacher, {}, asked)).classes).toEqual([{ id: room.id, name: "Left behind", learners: 1 }]);
    await expect(handOverClass(teacher, { classId: room.id, email: learner.email }, asked)).rejects.toMatchObject({ code: "HANDOVER_UNKNOWN" });
    await expect(handOverClass(colleague, { classId: room.id, email: teacher.email }, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await handOverClass(teacher, { classId: room.id, email: colleague.email.toUpperCase().toLowerCase() }, asked);
    expect((await requestDeletion(teacher, asked)).classes).toEqual([]);
    expect(await eraseAccount(teacher.id, due.clock.now())).toBe(true);
    expect((await pool.query(`select owner_id from class where id = $1`, [room.id])).rows).toEqual([{ owner_id: colleague.id }]);
  });
  test("into whose class somebody came while it waited stays until that is settled", async () => {
    const [teacher, learner] = await Promise.all([makeActor(["instructor"]), makeActor()]);
    const room = await createClass(teacher, { name: "Late comer" }, before);
    await requestDeletion(teacher, asked);
    await joinClass(learner, { code: room.joinCode }, asked);
    expect(await eraseAccount(teacher.id, due.clock.now())).toBe(false);
    expect((await getDeletion(teacher, {}, due)).classes).toHaveLength(1);
  });
  test("of the last administrator stays, and of two who leave at once one does", async () => {
    await inTransaction((connection) => connection.query(`delete from user_role where role = 'admin'`));
    const one = await makeActor(["admin"]);
    expect((await getDeletion(one, {}, asked)).lastAdmin).toBe(true);
    await expect(requestDeletion(one, asked)).rejects.toMatchObject({ code: "LAST_ADMIN" });
    const two = await makeActor(["admin"]);
    await Promise.all([requestDeletion(one, asked), requestDeletion(two, asked)]);
    expect((await Promise.all([one, two].map(({ id }) => eraseAccount(id, due.clock.now())))).toSorted()).toEqual([false, true]);
  });
});
