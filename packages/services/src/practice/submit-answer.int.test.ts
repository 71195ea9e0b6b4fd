import { randomUUID } from "node:crypto";
import { type UserActor } from "@tidao/access";
import { fixedClock, type Locale } from "@tidao/kernel";
import { inTransaction, pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { appendEvent, lockLog } from "../learning-record/log.repo";
import { resumeCard, suspendCard } from "../reviews";
import { makeActor, makeBank, sampleAnswers } from "../testing";
import { disguiseOf } from "./answer-key";
import { hideAnswer } from "./disguise";
import { getNextQuestion } from "./get-next-question";
import { getSubmission } from "./get-submission";
import { submitAnswer, type SubmitAnswerInput } from "./submit-answer";
import { takeHint } from "./take-hint";
import { tickKeyPoints } from "./tick-key-points";

process.env.NEXTAUTH_SECRET = "a secret of this test";
const context = { clock: fixedClock("2026-03-02T10:00:00Z"), locale: "en" as Locale };
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let versions: Record<string, string>;
let learner: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  versions = await makeBank();
  learner = await makeActor();
});
afterAll(() => database.close());

async function input(question: string, answer = sampleAnswers[question]![0]!, seed = 3): Promise<SubmitAnswerInput> {
  const version = await getPublishedVersion(versions[question]!);
  const disguise = disguiseOf(version, seed, instantiateVersion(version, seed));
  return { submissionKey: randomUUID(), versionId: version.id, seed, answer: hideAnswer(answer, disguise), confidence: 3, durationMs: 20_000 };
}
const count = async (table: string, subject = learner.subjectId) =>
  (await pool.query<{ n: number }>(`select count(*)::int as n from ${table} where subject_id = $1`, [subject])).rows[0]!.n;

describe("submitting an answer", () => {
  test.each(["single", "multiple", "ordering", "matching", "cloze", "error"])("a right answer of kind %s earns the full mark", async (question) => {
    const { feedback } = await submitAnswer(await makeActor(), await input(question), context);
    expect(feedback).toMatchObject({ verdict: "right", points: 1 });
  });

  test("a wrong choice is told why, and which misconception it shows", async () => {
    const { feedback } = await submitAnswer(learner, await input("single", { kind: "single-choice", choiceId: "b" }), context);
    expect(feedback?.verdict).toBe("wrong");
    expect(feedback?.misconceptions).toEqual([{ id: "s-m1", beliefHtml: expect.stringContaining("belief"), truthHtml: expect.stringContaining("truth") }]);
    expect(feedback?.parts.find((p) => p.chosen)?.whyHtml).toContain("Because b");
  });

  test("a learner is told when the question comes back: within minutes when it was not known, later when it was", async () => {
    const [knows, doesNot] = [await makeActor(), await makeActor()];
    const minutes = (at: string | null) => (new Date(at!).getTime() - context.clock.now().getTime()) / 60_000;
    const again = await submitAnswer(doesNot, await input("single", { kind: "blank" }), context);
    const good = await submitAnswer(knows, await input("single"), context);
    expect(minutes(again.nextReviewAt)).toBeGreaterThan(0);
    expect(minutes(again.nextReviewAt)).toBeLessThan(minutes(good.nextReviewAt));
    const { rows } = await pool.query<{ due: Date }>(`select due from review_card where subject_id = $1`, [knows.subjectId]);
    expect(good.nextReviewAt).toBe(rows[0]!.due.toISOString());
    const unsettled = await submitAnswer(knows, await input("short", { kind: "short-answer", text: "None of the words of the key." }), context);
    expect(unsettled).toMatchObject({ nextReviewAt: null, feedback: { verdict: "pending" } });
  });

  test("a learner who has set a question aside is not told that it comes back", async () => {
    const without = await makeActor();
    await submitAnswer(without, await input("single"), context);
    await suspendCard(without, { questionId: "single" }, context);
    expect((await submitAnswer(without, await input("single"), context)).nextReviewAt).toBeNull();
    await resumeCard(without, { questionId: "single" }, context);
    expect((await submitAnswer(without, await input("single"), context)).nextReviewAt).not.toBeNull();
  });

  test("a learner who presses twice at once is graded once", async () => {
    const twice = await makeActor();
    const same = await input("single");
    const results = await Promise.all(Array.from({ length: 8 }, () => submitAnswer(twice, same, context)));
    expect(new Set(results.map((r) => r.submissionId)).size).toBe(1);
    expect(results.filter((r) => !r.replayed)).toHaveLength(1);
    expect([await count("submission", twice.subjectId), await count("grading", twice.subjectId)]).toEqual([1, 1]);
    expect(results.every((r) => r.feedback?.verdict === "right")).toBe(true);
  });

  test("a key that was used for another question is refused", async () => {
    const first = await input("single");
    await submitAnswer(learner, first, context);
    await expect(submitAnswer(learner, { ...(await input("cloze")), submissionKey: first.submissionKey }, context)).rejects.toMatchObject({ code: "SUBMISSION_KEY_REUSED" });
  });

  test("an answer that cannot be read is sent back and nothing is stored", async () => {
    const fresh = await makeActor();
    await expect(submitAnswer(fresh, await input("numeric", { kind: "numeric", text: "many" }), context)).rejects.toMatchObject({ code: "ANSWER_UNREADABLE" });
    expect(await count("submission", fresh.subjectId)).toBe(0);
  });

  test("card, mastery, activity and the question's state move with the answer", async () => {
    const fresh = await makeActor();
    await submitAnswer(fresh, await input("single"), context);
    const { rows } = await pool.query(
      `select c.reps, t.answers, o.answers as objective, d.answers as day, q.last_verdict
       from review_card c, topic_mastery t, objective_mastery o, daily_activity d, question_state q
       where c.subject_id = $1 and t.subject_id = $1 and o.subject_id = $1 and d.subject_id = $1 and q.subject_id = $1`,
      [fresh.subjectId],
    );
    expect(rows).toEqual([{ reps: 1, answers: 1, objective: 1, day: 1, last_verdict: "right" }]);
  });

  test("each hint that was taken costs a fifth, whatever the browser says", async () => {
    const fresh = await makeActor();
    const hints = { versionId: versions.single!, seed: 3 };
    await takeHint(fresh, { ...hints, index: 0 }, context);
    await takeHint(fresh, { ...hints, index: 0 }, context);
    await takeHint(fresh, { ...hints, index: 1 }, context);
    const { feedback } = await submitAnswer(fresh, await input("single"), context);
    expect(feedback).toMatchObject({ hintsTaken: 2, points: 0.6 });
    const again = await submitAnswer(fresh, await input("single"), context);
    expect(again.feedback).toMatchObject({ hintsTaken: 0, points: 1 });
  });

  test("what is written to the log between the reading of an answer's state and its writing counts", async () => {
    const fresh = await makeActor();
    const answer = await input("single");
    let answered: ReturnType<typeof submitAnswer>;
    await inTransaction(async (other) => {
      // not committed when the answer reads, and holds the log when it would write
      const seq = await lockLog(other, fresh.subjectId, 1);
      const at = context.clock.now();
      await appendEvent(other, { subjectId: fresh.subjectId, seq: seq + 1, kind: "hint_taken", questionId: "single", body: { index: 0 }, at, zone: "UTC" });
      answered = submitAnswer(fresh, answer, context);
      await expect.poll(async () => (await pool.query(`select 1 from pg_locks where not granted`)).rowCount).toBeGreaterThan(0);
    });
    expect((await answered!).feedback).toMatchObject({ hintsTaken: 1, points: 0.8 });
    const { rows } = await pool.query(`select seq from submission where subject_id = $1`, [fresh.subjectId]);
    expect(rows).toEqual([{ seq: 2 }]);
  });

  test("many answers of one learner at once all count, and leave no gap in the log", async () => {
    const fresh = await makeActor();
    const answers = await Promise.all(Array.from({ length: 24 }, (_, index) => input(["single", "multiple", "cloze"][index % 3]!)));
    await Promise.all(answers.map((answer) => submitAnswer(fresh, answer, context)));
    const { rows } = await pool.query<{ seqs: number[]; answers: number; counted: number; last: number }>(
      `select array(select seq from (select seq from submission where subject_id = $1 union all select seq from grading where subject_id = $1) log order by seq) as seqs,
         (select sum(answers)::int from daily_activity where subject_id = $1) as answers, (select sum(answers)::int from question_state where subject_id = $1) as counted,
         (select last_seq from learner where subject_id = $1) as last`,
      [fresh.subjectId],
    );
    expect(rows[0]).toEqual({ seqs: Array.from({ length: 48 }, (_, index) => index + 1), answers: 24, counted: 24, last: 48 });
  });

  test("a short answer is never an automatic zero: the learner ticks what was not matched, once", async () => {
    const fresh = await makeActor();
    const pending = await submitAnswer(fresh, await input("short", { kind: "short-answer", text: "something about cache hit rate" }), context);
    expect(pending.feedback?.verdict).toBe("pending");
    expect(await count("review_card", fresh.subjectId)).toBe(0);
    const open = pending.feedback!.keyPoints!.filter((k) => !k.matched).map((k) => k.id);
    const settled = await tickKeyPoints(fresh, { submissionId: pending.submissionId, ticked: open }, context);
    expect(settled.feedback).toMatchObject({ verdict: "right", points: 1 });
    await tickKeyPoints(fresh, { submissionId: pending.submissionId, ticked: [] }, context);
    expect([await count("grading", fresh.subjectId), await count("review_card", fresh.subjectId)]).toEqual([2, 1]);
  });

  test("what a learner was told is recognised stays so, even if recognition has become stricter before they tick", async () => {
    const fresh = await makeActor();
    const pending = await submitAnswer(fresh, await input("short", { kind: "short-answer", text: "something else" }), context);
    const [told, open] = pending.feedback!.keyPoints!; // in the order of the stored parts
    expect([told!.matched, open!.matched]).toEqual([false, false]);
    const Pool = pool.constructor as new (options: { connectionString: string }) => typeof pool;
    const owner = new Pool({ connectionString: database.ownerUrl });
    // a grading of the time when the first point was still recognised in these words
    await owner.query(
      `update grading set points = 0.5, parts = (select jsonb_agg(part || jsonb_build_object('right', n = 1, 'chosen', n = 1)) from jsonb_array_elements(parts) with ordinality p(part, n))
       where submission_id = $1`,
      [pending.submissionId],
    );
    await owner.end();
    const settled = await tickKeyPoints(fresh, { submissionId: pending.submissionId, ticked: [open!.id] }, context);
    expect(settled.feedback).toMatchObject({ verdict: "right", points: 1 });
  });

  test("another learner's submission does not exist", async () => {
    const { submissionId } = await submitAnswer(learner, await input("single"), context);
    await expect(getSubmission(await makeActor(), { submissionId }, context)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("what the browser gets", () => {
  test("no id tells the order, the pair or the right choice", async () => {
    const authored = new Set(["a", "b", "c", "d", "x", "y", "z", "p", "q", "r", "s1", "s2", "s3", "w", "k1", "k2"]);
    const reader = await makeActor();
    for (const id of Object.keys(versions)) {
      const { question } = await getNextQuestion(reader, { topic: "sample", question: id, except: [], dueOnly: false }, context);
      const sent = JSON.stringify(question?.shown);
      const ids = [...sent.matchAll(/"id":"([^"]+)"|data-(?:span|blank)=\\"([^"\\]+)/g)].map((m) => m[1] ?? m[2]!);
      expect(ids.filter((i) => authored.has(i)), id).toEqual([]);
      expect(sent).not.toMatch(/why|correct|solution/i);
    }
  });
  test("the left and the right of a pair have different ids", async () => {
    const { question } = await getNextQuestion(learner, { question: "matching", except: [], dueOnly: false }, context);
    const shown = question!.shown;
    if (shown.kind !== "matching") throw new Error("not a matching question");
    expect(shown.lefts.filter((l) => shown.rights.some((r) => r.id === l.id))).toEqual([]);
  });
});
