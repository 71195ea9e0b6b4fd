import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock, type Locale } from "@tidao/kernel";
import { getAttempt, startAttempt, submitAttemptAnswer } from "../assignments";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { createClass, joinClass } from "../classes";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { createAssignment } from "../results";
import { createSet, updateSet } from "../sets";
import { sampleAnswers } from "./sample-specs";

/** Ten in the morning of a day in March 2026. */
export const on = (day: string) => ({ clock: fixedClock(`2026-03-${day}T10:00:00Z`), locale: "en" as Locale });
/** Before, during and after an assignment of `newAssignment`. */
export const [before, during, after] = [on("01"), on("05"), on("09")];
export const opensAt = "2026-03-02T00:00:00.000Z";
export const dueAt = "2026-03-08T00:00:00.000Z";

/** A single choice for three points and a pinned cloze for one. */
export async function newSet(instructor: UserActor): Promise<string> {
  const { id: setId } = await createSet(instructor, { title: "Two questions" }, before);
  const items = [
    { questionId: "single", points: 3, pin: false },
    { questionId: "cloze", points: 1, pin: true },
  ];
  await updateSet(instructor, { setId, items }, before);
  return setId;
}

/** A class with these learners, and the set assigned to it from the second to the eighth of March. */
export async function newAssignment(
  instructor: UserActor,
  setId: string,
  learners: readonly UserActor[],
  change: { attempts?: number; feedback?: "immediately" | "after_due" | "never" } = {},
) {
  const room = await createClass(instructor, { name: "Class" }, before);
  for (const learner of learners) await joinClass(learner, { code: room.joinCode }, before);
  const settings = { title: "Week 1", attempts: 1, feedback: "after_due" as const, shuffle: false, ...change };
  return createAssignment(instructor, { classId: room.id, setId, opensAt, dueAt, ...settings }, before);
}

/**
 * A learner answers the questions in their order.
 * @param answers which of the sample answers to give; null for none
 * @returns the attempt, which is not handed in yet
 */
export async function answerAll(
  learner: UserActor,
  assignmentId: string,
  answers: readonly (number | null)[],
): Promise<string> {
  const { attemptId } = await startAttempt(learner, { assignmentId }, during);
  const { items } = await getAttempt(learner, { attemptId }, during);
  for (const [index, which] of answers.entries()) {
    const item = items[index];
    if (which === null || !item) continue;
    const { question, position } = item;
    const version = await getPublishedVersion(question.versionId);
    const disguise = disguiseOf(version, question.seed, instantiateVersion(version, question.seed));
    const given = sampleAnswers[question.questionId]?.[which];
    if (!given) throw new Error(`no sample answer ${which} to ${question.questionId}`);
    const submission = { submissionKey: randomUUID(), confidence: 3, durationMs: 9000 };
    await submitAttemptAnswer(
      learner,
      { attemptId, position, answer: hideAnswer(given, disguise), ...submission },
      during,
    );
  }
  return attemptId;
}
