import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { updatePreferences } from "../account";
import { finishAttempt } from "../assignments";
import { setBookmark } from "../bookmarks";
import { openDueFeedback } from "../assignments/open-due-feedback";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { purgeExpired } from "../housekeeping/purge-expired";
import { createJobSchema } from "../jobs";
import { saveNote } from "../notes";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { submitAnswer } from "../practice/submit-answer";
import { getLearnerWork } from "../results";
import { makeActor, makeBank, sampleAnswers } from "../testing";
import { readExport } from "../testing/read-export";
import { after, answerAll, before, during, newAssignment, newSet } from "../testing/class-work";
import { claimExport, insertChunk } from "./data-export.repo";
import { exportedFiles } from "./exported-files";
import { getExport, getExportChunk, requestExport } from "./manage-export";
import { runWaitingExports } from "./run-waiting-exports";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let versions: Record<string, string>;
let learner: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  await createJobSchema(database.ownerUrl);
  versions = await makeBank();
});
afterAll(() => database.close());
beforeEach(async () => {
  learner = await makeActor();
});

async function answer(who: UserActor, question: string, context = before, which = 0) {
  const version = await getPublishedVersion(versions[question]!);
  const given = hideAnswer(sampleAnswers[question]![which]!, disguiseOf(version, 3, instantiateVersion(version, 3)));
  await submitAnswer(who, { submissionKey: randomUUID(), versionId: version.id, seed: 3, answer: given, confidence: 3, durationMs: 9000 }, context);
}
const json = <T>(texts: Record<string, string>, name: string) => JSON.parse(texts[`data/${name}`]!) as T;
interface ToldAnswer {
  question_id: string;
  asked: string;
  answered: string[];
  withheld: boolean;
  gradings: { verdict: string }[] | null;
}

describe("the file of a learner's data", () => {
  test("has every table that holds something of theirs, as JSON, and a page to read", async () => {
    for (const question of Object.keys(versions)) await answer(learner, question);
    const texts = await readExport(learner, during);
    expect(Object.keys(texts).toSorted()).toEqual(["README.txt", ...exportedFiles().map((name) => `data/${name}`), "index.html"].toSorted());
    expect(texts["README.txt"], "the time as people write it").not.toMatch(/\d\dT\d\d:\d\d/);
    for (const name of exportedFiles()) expect(() => json(texts, name), name).not.toThrow();
    expect(json(texts, "account.json")).toMatchObject({ email: learner.email, name: learner.name, has_password: false });
    const answers = json<ToldAnswer[]>(texts, "answers.json");
    expect(Object.fromEntries(answers.map((a) => [a.question_id, a.answered]))).toMatchObject({
      single: ["Choice a"], multiple: ["Choice a", "Choice b"], numeric: ["7"], ordering: ["1. x", "2. y", "3. z"],
      cloze: ["word"], error: ["二"], short: ["cache hit rate and memory bandwidth bound"],
    });
    expect(json<unknown[]>(texts, "topic-mastery.json")).toHaveLength(1);
    expect(texts["index.html"]).toContain("cache hit rate and memory bandwidth bound");
  });
  test("is read without a program: what they wrote, kept and have to review is on the page in words, what they removed is not", async () => {
    await answer(learner, "single");
    const [at, question] = [before.clock.now(), "single"];
    for (const [body, gone] of [["Mind the **denominator**", null], ["A thought I took back", at]] as const)
      await pool.query(`insert into note (id, subject_id, question_id, body, created_at, updated_at, deleted_at) values (gen_random_uuid(), $1, $2, $3, $4, $4, $5)`, [learner.subjectId, question, body, at, gone]);
    await pool.query(`insert into bookmark (subject_id, question_id, created_at) values ($1, $2, $3)`, [learner.subjectId, question, at]);
    await pool.query(
      `with l as (insert into question_list (id, subject_id, name, position, created_at, updated_at) values (gen_random_uuid(), $1, 'Before Monday', 0, $3, $3) returning id)
       insert into question_list_item (list_id, question_id, position) select id, $2, 0 from l`,
      [learner.subjectId, question, at],
    );
    await pool.query(`insert into session (token_hash, user_id, user_agent, expires_at) values ('\\x01', $1, 'Firefox on a kettle', now())`, [learner.id]);
    const page = (await readExport(learner, during))["index.html"]!;
    for (const told of ["Mind the **denominator**", "Before Monday", "Firefox on a kettle", learner.email]) expect(page, told).toContain(told);
    expect(page).not.toContain("A thought I took back");
    const stem = (await getPublishedVersion(versions[question]!)).spec.stem.en;
    // the note, the bookmark, the list, the card, the answer
    expect(page.split(stem)).toHaveLength(6);
    expect(page).not.toMatch(/https?:|<script|<link|@import/);
  });
  test("has no key, no solution, nobody's password and nobody else's data", async () => {
    const other = await makeActor();
    await pool.query(`update "user" set password_hash = 'argon2-secret' where id = $1`, [learner.id]);
    await answer(learner, "single", before, 1);
    await answer(other, "multiple");
    const all = Object.values(await readExport(learner, during)).join("\n");
    for (const secret of ["argon2-secret", "Solution", "Because", "\"correct\"", other.email, other.id, other.subjectId]) expect(all.includes(secret), secret).toBe(false);
  });
  test("tells no verdict of an open assignment until its feedback opens", async () => {
    const teacher = await makeActor(["instructor"]);
    await answer(learner, "cloze");
    await pool.query(
      `insert into question_report (id, subject_id, question_id, version_id, seed, kind, text, locale, state, created_at, answer)
       select gen_random_uuid(), $1, id, published_version_id, 0, 'wrong-key', 'Is it b?', 'en', 'answered', $2, 'It is a.' from question where id in ('cloze', 'numeric')`,
      [learner.subjectId, before.clock.now()],
    );
    for (const question of ["cloze", "numeric"])
      await pool.query(
        `with t as (insert into knowledge_test (id, subject_id, topic_slug, base, started_at, finished_at, result) values (gen_random_uuid(), $1, 'sample', '{}', $2, $2, '{"passed":true,"answers":[]}') returning id)
         insert into knowledge_test_item (test_id, position, question_id, question_version_id, seed, submission_key) select t.id, 1, q.id, q.published_version_id, 0, gen_random_uuid() from t, question q where q.id = $3`,
        [learner.subjectId, before.clock.now(), question],
      );
    const { id } = await newAssignment(teacher, await newSet(teacher), [learner]);
    await answerAll(learner, id, [1, 0]);
    await getLearnerWork(teacher, { assignmentId: id, userId: learner.id }, during);
    const closed = await readExport(learner, during);
    const told = json<ToldAnswer[]>(closed, "answers.json");
    // the answer given before the assignment opened is about one of its questions, too
    expect(told.map(({ question_id, withheld, gradings }) => [question_id, withheld, gradings])).toEqual([
      ["cloze", true, null], ["single", true, null], ["cloze", true, null],
    ]);
    expect(json(closed, "attempts.json")).toMatchObject([{ assignment: "Week 1", points: null, answered: null }]);
    expect(json(closed, "questions.json")).toEqual([]);
    expect(json(closed, "review-cards.json")).toEqual([]);
    const replies = json<{ question_id: string; answer: string | null }[]>(closed, "reports.json");
    expect(json<{ result: unknown }[]>(closed, "knowledge-tests.json").filter(({ result }) => result === null)).toHaveLength(1);
    expect(Object.fromEntries(replies.map(({ question_id, answer: reply }) => [question_id, reply]))).toEqual({ cloze: null, numeric: "It is a." });
    expect(json(closed, "who-looked.json")).toMatchObject([{ viewer: teacher.name, what: "work", assignment: "Week 1" }]);
    await openDueFeedback(after.clock);
    const open = json<ToldAnswer[]>(await readExport(learner, after), "answers.json");
    expect(open.map(({ gradings }) => gradings?.at(-1)?.verdict)).toEqual(["right", "wrong", "right"]);
  });
  test("holds back what they wrote and marked about a question of an open assignment, as the pages do: a note may say its key", async () => {
    const teacher = await makeActor(["instructor"]);
    for (const questionId of ["single", "multiple"]) {
      await saveNote(learner, { noteId: randomUUID(), place: { questionId, topicSlug: null, anchor: null }, body: `The answer to ${questionId} is a`, revision: null }, before);
      await setBookmark(learner, { questionId, bookmarked: true }, before);
      await pool.query(
        `with l as (insert into question_list (id, subject_id, name, position, created_at, updated_at) values (gen_random_uuid(), $1, $2, 0, $3, $3) returning id)
         insert into question_list_item (list_id, question_id, position) select id, $2, 0 from l`,
        [learner.subjectId, questionId, before.clock.now()],
      );
    }
    const stem = async (question: string) => (await getPublishedVersion(versions[question]!)).spec.stem.en;
    // each sample asks something else
    const [single, multiple] = [await stem("single"), await stem("multiple")];
    expect(single).not.toBe(multiple);
    await newAssignment(teacher, await newSet(teacher), [learner]);
    const told = (texts: Record<string, string>) => json<{ question_id: string; body: string | null; withheld: boolean }[]>(texts, "note.json").map(({ question_id, body, withheld }) => [question_id, body, withheld]).toSorted();
    const open = await readExport(learner, during);
    expect(told(open)).toEqual([["multiple", "The answer to multiple is a", false], ["single", null, true]]);
    const all = Object.values(open).join("\n");
    expect([all.includes("The answer to single"), all.includes(single)]).toEqual([false, false]);
    expect(open["index.html"]!.split(multiple)).toHaveLength(4);
    expect(open["index.html"]).toContain("belongs to an open assignment");
    const closed = await readExport(learner, after);
    expect(told(closed)).toEqual([["multiple", "The answer to multiple is a", false], ["single", "The answer to single is a", false]]);
    expect(closed["index.html"]!.split(single)).toHaveLength(4);
  });
  test("tells no points of an assignment whose questions another one still asks", async () => {
    const teacher = await makeActor(["instructor"]);
    const setId = await newSet(teacher);
    const { id } = await newAssignment(teacher, setId, [learner], { feedback: "immediately" });
    const attemptId = await answerAll(learner, id, [0, 0]);
    await finishAttempt(learner, { attemptId }, during);
    await newAssignment(teacher, setId, [learner]);
    expect(json(await readExport(learner, during), "attempts.json")).toMatchObject([{ points: null, answered: null, pending: null }]);
    expect(json(await readExport(learner, after), "attempts.json")).toMatchObject([{ points: 4, answered: 2 }]);
  });
  test("speaks their language, and what they wrote is no markup", async () => {
    await updatePreferences(learner, { locale: "zh", name: `<img src=x onerror=alert(1)> & 林` }, before);
    await answer(learner, "single");
    const page = (await readExport(learner, during))["index.html"]!;
    expect(page).toMatch(/（1）|（0）/);
    expect(page).toMatch(/<td>\d{4}年\d+月\d+日<\/td>/);
    expect(page).toContain(`lang="zh-CN"`);
    expect(page).toContain("我在题道的数据");
    expect(page).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; 林");
    expect(page).not.toContain("<img");
  });
  test("holds a long record whole, in pieces of a quarter of a megabyte", async () => {
    await answer(learner, "short");
    // noise, so that it does not shrink
    await pool.query(
      `insert into session (token_hash, user_id, user_agent, expires_at) select decode(md5(n::text || $1), 'hex'), $1::uuid, (select string_agg(md5(random()::text || n || m), '') from generate_series(1, 40) m), now()
       from generate_series(1, 900) n`,
      [learner.id],
    );
    const texts = await readExport(learner, during);
    expect(json<unknown[]>(texts, "session.json")).toHaveLength(900);
    const { rows } = await pool.query<{ n: number; most: number }>(
      `select count(*)::int as n, max(length(bytes)) as most from data_export_chunk c join data_export d on d.id = c.export_id where d.user_id = $1`,
      [learner.id],
    );
    expect(rows[0]!.n).toBeGreaterThan(2);
    expect(rows[0]!.most).toBeLessThan(400_000);
  });
});

describe("an export", () => {
  const at = (iso: string) => ({ clock: fixedClock(iso), locale: "en" as const });
  const asked = at("2026-04-01T10:00:00Z");
  test("that is asked for twice is one, while it is made and for an hour after", async () => {
    const first = (await requestExport(learner, {}, asked)).export!;
    expect(first.state).toBe("waiting");
    const again = await Promise.all([1, 2, 3].map(() => requestExport(learner, {}, asked)));
    expect(new Set(again.map((a) => a.export!.id))).toEqual(new Set([first.id]));
    await runWaitingExports(asked.clock);
    const ready = (await requestExport(learner, {}, at("2026-04-01T10:59:00Z"))).export!;
    expect(ready).toMatchObject({ id: first.id, state: "ready", progress: 1, againFrom: "2026-04-01T11:00:00.000Z", expiresAt: "2026-04-08T10:00:00.000Z" });
    const next = (await requestExport(learner, {}, at("2026-04-01T11:00:00Z"))).export!;
    expect(next.id).not.toBe(first.id);
    expect(next.state).toBe("waiting");
  });
  test("is its owner's only", async () => {
    const { export: mine } = await requestExport(learner, {}, asked);
    await runWaitingExports(asked.clock);
    const stranger = await makeActor(["admin", "instructor"]);
    const piece = { exportId: mine!.id, number: 0 };
    await expect(getExportChunk(stranger, piece, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getExport(stranger, {}, asked)).export).toBeNull();
    await expect(getExportChunk(learner, { ...piece, number: 99 }, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getExportChunk(learner, piece, asked)).bytesOfAll).toBeGreaterThan(500);
  });
  test("is gone after a week, and its rows with the next tidying", async () => {
    const { export: mine } = await requestExport(learner, {}, asked);
    await runWaitingExports(asked.clock);
    const late = at("2026-04-08T10:00:01Z");
    await expect(getExportChunk(learner, { exportId: mine!.id, number: 0 }, late)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getExport(learner, {}, late)).export).toBeNull();
    await purgeExpired(late.clock);
    expect((await pool.query(`select 1 from data_export_chunk where export_id = $1`, [mine!.id])).rowCount).toBe(0);
  });
  test("whose worker died is begun anew, and the dead one's late pieces are refused", async () => {
    await requestExport(learner, {}, asked);
    const now = asked.clock.now();
    const dead = (await claimExport(now, new Date(0)))!;
    expect(await insertChunk(dead, 0, Buffer.from("half of a zip"))).toBe(true);
    expect(await runWaitingExports(at("2026-04-01T10:01:00Z").clock)).toBe(0);
    const later = at("2026-04-01T10:03:00Z");
    expect(await runWaitingExports(later.clock)).toBe(1);
    expect(await insertChunk(dead, 7, Buffer.from("too late"))).toBe(false);
    expect((await getExport(learner, {}, later)).export?.state).toBe("ready");
  });
  test("that fails three times says so, and can be asked for again", async () => {
    const { export: first } = await requestExport(learner, {}, asked);
    await pool.query(`update data_export set run = 3, state = 'running' where id = $1`, [first!.id]);
    await runWaitingExports(at("2026-04-01T10:03:00Z").clock);
    expect((await getExport(learner, {}, asked)).export?.state).toBe("failed");
    expect((await requestExport(learner, {}, asked)).export).toMatchObject({ state: "waiting", progress: 0 });
  });
});
