import { calling, type Room } from "../arrange";
import { sql } from "../database";
import { createUser, type TestUser } from "@tidao/auth/testing";
import { submissionOf, type NextQuestion } from "../load/calls";

type Asked = Omit<NextQuestion["question"] & object, "shown"> & { shown: { kind: string; choices?: { id: string; html: string }[] } };
const words = (html: string) => html.replaceAll(/<[^>]*>/g, "").replaceAll(/[\s`$*_\\]/g, "");

/** What the bank says is right, found among what is shown: ids in a learner's page tell nothing. */
async function answerTo({ versionId, shown }: Asked, right: boolean): Promise<object> {
  const [row] = await sql<{ choices: { correct?: boolean; text: { en: string } }[] | null }>(
    `select spec->'interaction'->'choices' as choices from question_version where id = $1`,
    [versionId],
  );
  const keys = new Set((row?.choices ?? []).filter((choice) => choice.correct).map((choice) => words(choice.text.en)));
  const chosen = (shown.choices ?? []).filter(({ html }) => keys.has(words(html)) === right);
  if (shown.kind === "multiple-choice") return { kind: shown.kind, choiceIds: chosen.slice(0, 3).map(({ id }) => id) };
  if (shown.kind === "single-choice" && chosen[0]) return { kind: shown.kind, choiceId: chosen[0].id };
  return submissionOf({ questionId: "", versionId, seed: 0, shown }).answer;
}

const names = ["陈思远", "Ada Okafor", "林小雨", "王子航", "Lucas Meyer", "赵一鸣", "Sofia Rossi", "周安琪", "Kenji Mori", "刘晨", "Priya Nair", "孙悦"];

/** Twelve people who know different things: two have not begun, one is under way. */
export async function workOfClass(room: Room): Promise<TestUser[]> {
  const learners = await Promise.all(names.map((name, at) => createUser({ name, email: `learner${at}-${Date.now()}@class.example` })));
  for (const [at, learner] of learners.entries()) {
    const { ask, tell } = await calling(learner);
    await tell("classes.joinClass", { code: room.joinCode });
    if (at >= 10) continue;
    const { attemptId } = await tell<{ attemptId: string }>("assignments.startAttempt", { assignmentId: room.assignmentId });
    const { items } = await ask<{ items: { position: number; question: Asked }[] }>("assignments.getAttempt", { attemptId });
    for (const { position, question } of items) {
      if (at === 9 && position > 4) break;
      // later questions are harder, later people know less
      const right = (at * 7 + position * 5) % 11 > position / 2 + at / 3;
      const { versionId: _version, seed: _seed, ...given } = submissionOf(question);
      await tell("assignments.submitAttemptAnswer", { ...given, answer: await answerTo(question, right), attemptId, position });
    }
    if (at !== 9) await tell("assignments.finishAttempt", { attemptId });
  }
  return learners;
}
