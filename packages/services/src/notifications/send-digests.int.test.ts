import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { updateReviewSettings } from "../reviews";
import { makeActor, makeBank } from "../testing";
import { getNotifications, unsubscribe, updateNotifications } from "./choose-notifications";
import { isTime, sendDigests } from "./send-digests";
import { unsubscribeToken } from "./unsubscribe-token";

process.env.NEXTAUTH_SECRET = "a secret of this test";
const at = (time: string) => fixedClock(`2026-03-${time}:00Z`);
const all = { dueReviews: true, assignmentOpened: true, assignmentDue: true, localHour: 8 };
let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeBank();
});
beforeEach(() => pool.query(`delete from mail_outbox; delete from notification_choice; delete from class_member`));
afterAll(() => database.close());

async function learner(zone = "UTC", choices: typeof all | null = all): Promise<UserActor> {
  const me = await makeActor(["learner"], zone);
  await pool.query(`update "user" set email_verified_at = now() where id = $1`, [me.id]);
  if (choices) await updateNotifications(me, choices);
  return me;
}
const card = (me: UserActor, question: string, due: string) =>
  pool.query(
    `insert into review_card (subject_id, question_id, topic_slug, due, stability, difficulty, scheduled_days, learning_steps, reps, lapses, state, last_review)
     values ($1, $2, 'sample', $3, 1, 5, 1, 0, 1, 0, 2, $3::timestamptz - interval '1 day')`,
    [me.subjectId, question, due],
  );
async function assign(me: UserActor, opensAt: string, dueAt: string): Promise<string> {
  const [classId, id] = [randomUUID(), randomUUID()];
  await pool.query(`insert into class (id, name, owner_id, join_code) values ($1, 'c', $2, $3)`, [classId, me.id, classId]);
  await pool.query(`insert into class_member (class_id, user_id, role) values ($1, $2, 'learner')`, [classId, me.id]);
  await pool.query(
    `insert into assignment (id, class_id, title, opens_at, due_at, created_by) values ($1, $2, 't', $3, $4, $5)`,
    [id, classId, opensAt, dueAt, me.id],
  );
  await pool.query(`insert into assignment_item (assignment_id, position, question_id) values ($1, 1, 'single')`, [id]);
  return id;
}
const mails = async () => (await pool.query(`select user_id, address, params from mail_outbox order by id`)).rows;

describe("the day's mail", () => {
  test("comes once a day, however often the job runs and however many run at once", async () => {
    const me = await learner();
    await card(me, "single", "2026-03-01T00:00:00Z");
    for (const time of ["02T08:00", "02T08:15", "02T10:45", "03T08:00"]) await Promise.all([1, 2, 3].map(() => sendDigests(at(time))));
    expect((await mails()).map((mail) => mail.params.due)).toEqual([1, 1]);
  });
  test("comes at the reader's hour of the reader's zone", () => {
    const reader = { zone: "Asia/Shanghai", localHour: 8, lastDigestOn: null };
    const hours = [...Array(24).keys()].filter((hour) => isTime(reader, at(`02T${String(hour).padStart(2, "0")}:30`).now()));
    // 8 to 11 in the morning there
    expect(hours).toEqual([0, 1, 2]);
    expect(isTime({ ...reader, lastDigestOn: "2026-03-02" }, at("02T00:30").now())).toBe(false);
  });
  test("comes to everybody else when it cannot be made for one, which is heard of", async () => {
    const people = [await learner(), await learner(), await learner()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    for (const each of people) await card(each, "single", "2026-03-01T00:00:00Z");
    await pool.query(`update "user" set zone = 'Mars/Olympus' where id = $1`, [people[0]!.id]);
    await expect(sendDigests(at("02T08:00"))).rejects.toThrow(/^1 failed, 2 done/);
    await pool.query(`update "user" set zone = 'UTC' where id = $1`, [people[0]!.id]);
    expect((await mails()).map((mail) => mail.user_id).toSorted()).toEqual(people.slice(1).map(({ id }) => id));
  });
  test("is not sent where nothing waits, nor later that day when something does", async () => {
    const me = await learner();
    await card(me, "single", "2026-03-02T09:00:00Z");
    for (const time of ["02T08:00", "02T09:30"]) await sendDigests(at(time));
    expect(await mails()).toEqual([]);
  });
  test("goes to nobody whose address is unproved, who is suspended, or who wants none", async () => {
    const people = [await learner(), await learner(), await learner("UTC", { ...all, dueReviews: false }), await learner("UTC", null)];
    for (const me of people) await card(me, "single", "2026-03-01T00:00:00Z");
    await pool.query(`update "user" set email_verified_at = null where id = $1`, [people[0]!.id]);
    await pool.query(`update "user" set suspended_at = now() where id = $1`, [people[1]!.id]);
    await sendDigests(at("02T08:00"));
    expect(await mails()).toEqual([]);
  });
  test("does not count a question that an open assignment withholds", async () => {
    const me = await learner("UTC", { ...all, assignmentOpened: false, assignmentDue: false });
    await card(me, "single", "2026-03-01T00:00:00Z");
    await card(me, "multiple", "2026-03-01T00:00:00Z");
    await assign(me, "2026-03-01T12:00:00Z", "2026-03-09T12:00:00Z");
    await sendDigests(at("02T08:00"));
    expect((await mails()).map((mail) => mail.params.due)).toEqual([1]);
  });
  test("counts what the reader's day holds: their limit, and nothing on a day that they keep free", async () => {
    const me = await learner();
    for (const question of ["single", "multiple", "cloze"]) await card(me, question, "2026-03-01T00:00:00Z");
    const wishes = { desiredRetention: 0.9, dailyReviews: 2, dailyNew: 0, fitting: true, reschedule: false };
    // the second of March 2026 is a Monday
    await updateReviewSettings(me, { ...wishes, easyDays: [0, 1, 1, 1, 1, 1, 1] }, { clock: at("01T08:00") });
    await sendDigests(at("02T08:00"));
    expect(await mails()).toEqual([]);
    await sendDigests(at("03T08:00"));
    expect((await mails()).map((mail) => mail.params.due)).toEqual([2]);
  });
  test("tells without being asked of an assignment that opened since yesterday, and of one that ends tomorrow, each once", async () => {
    const me = await learner("UTC", null);
    const opened = await assign(me, "2026-03-01T12:00:00Z", "2026-03-09T12:00:00Z");
    const ending = await assign(me, "2026-03-01T12:00:00Z", "2026-03-03T12:00:00Z");
    await assign(me, "2026-02-01T12:00:00Z", "2026-03-09T12:00:00Z");
    await sendDigests(at("02T08:00"));
    const [{ params }] = await mails();
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    expect([params.due, ids(params.opened), ids(params.dueSoon)]).toEqual([0, [opened], [ending]]);
  });
});

describe("the link that stops it", () => {
  test("needs no sign-in, works twice, and leaves everybody else's mail alone", async () => {
    const [me, other] = [await learner(), await learner()];
    for (let i = 0; i < 2; i++) await unsubscribe({ token: unsubscribeToken(me.id) });
    expect(await getNotifications(me)).toEqual({ ...all, dueReviews: false, assignmentOpened: false, assignmentDue: false });
    expect(await getNotifications(other)).toEqual(all);
  });
  test("stops it also for somebody who never chose", async () => {
    const me = await learner("UTC", null);
    await unsubscribe({ token: unsubscribeToken(me.id) });
    expect((await getNotifications(me)).assignmentDue).toBe(false);
  });
  test("cannot be made up from another one", async () => {
    const [me, other] = [await learner(), await learner()];
    const [, mark] = unsubscribeToken(me.id).split(".");
    for (const token of [`${other.id}.${mark}`, me.id, "", ".", `${me.id}.${"x".repeat(43)}`])
      await expect(unsubscribe({ token })).rejects.toMatchObject({ code: "LINK_INVALID" });
    expect(await getNotifications(other)).toEqual(all);
  });
});
