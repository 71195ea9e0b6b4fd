import { cookieHeaderFor } from "@tidao/auth/testing";
import { type Person, webUrl } from "./fixtures";
import { dataOf, mutate, type NextQuestion, query, submissionOf } from "./load/calls";

/** The procedures of the learners' origin as one person calls them: to set a scene that a journey is not about. */
export async function calling({ id }: Pick<Person, "id">) {
  const cookie = await cookieHeaderFor(id);
  return {
    cookie,
    ask: async <T>(procedure: string, input: object = {}) => dataOf<T>(await query(webUrl, procedure, input, cookie)),
    tell: async <T>(procedure: string, input: object = {}) => dataOf<T>(await mutate(webUrl, procedure, input, cookie)),
    /** The code of the refusal, or null when it was allowed. */
    refusal: async (kind: "query" | "mutation", procedure: string, input: object) => {
      const { status, body } = await (kind === "query" ? query : mutate)(webUrl, procedure, input, cookie);
      if (status === 200) return null;
      return (JSON.parse(body) as { error: { data: { code: string } } }).error.data.code;
    },
  };
}

export interface Room {
  classId: string;
  joinCode: string;
  setId: string;
  assignmentId: string;
}
type Terms = Partial<{ feedback: "immediately" | "after_due" | "never"; attempts: number; title: string; className: string; questions: string[] }>;

/** A class of this instructor with an assignment that is open since yesterday and due tomorrow. */
export async function givenAssignment(instructor: Pick<Person, "id">, terms: Terms = {}): Promise<Room> {
  const { title = "Week one", className = "Engineers", questions = ["eval-auc-sentence", "tok-fmm-trace"], ...rest } = terms;
  const { tell } = await calling(instructor);
  const room = await tell<{ id: string; joinCode: string }>("teach.createClass", { name: className });
  const set = await tell<{ id: string }>("sets.createSet", { title });
  const items = questions.map((questionId) => ({ questionId, points: 1, pin: false }));
  await tell("sets.updateSet", { setId: set.id, items });
  const day = 86_400_000;
  const made = await tell<{ id: string }>("teach.createAssignment", {
    classId: room.id,
    setId: set.id,
    title,
    opensAt: new Date(Date.now() - day).toISOString(),
    dueAt: new Date(Date.now() + day).toISOString(),
    attempts: 1,
    feedback: "after_due",
    shuffle: false,
    ...rest,
  });
  return { classId: room.id, joinCode: room.joinCode, setId: set.id, assignmentId: made.id };
}

interface AttemptData {
  items: { position: number; question: NextQuestion["question"] & object }[];
}
/** The learner joins, answers everything somehow and hands in, unless `open`. */
export async function givenAttempt(learner: Pick<Person, "id">, room: Room, { open = false } = {}): Promise<string> {
  const { ask, tell } = await calling(learner);
  await tell("classes.joinClass", { code: room.joinCode });
  const { attemptId } = await tell<{ attemptId: string }>("assignments.startAttempt", { assignmentId: room.assignmentId });
  const { items } = await ask<AttemptData>("assignments.getAttempt", { attemptId });
  for (const { position, question } of items) {
    const { versionId: _version, seed: _seed, ...given } = submissionOf(question);
    await tell("assignments.submitAttemptAnswer", { ...given, attemptId, position });
  }
  if (!open) await tell("assignments.finishAttempt", { attemptId });
  return attemptId;
}

/** One answer in practice. @returns its submission */
export async function givenAnswer(learner: Pick<Person, "id">, topic = "tokenisation"): Promise<string> {
  const { ask, tell } = await calling(learner);
  const next = await ask<NextQuestion>("practice.getNextQuestion", { topic });
  return (await tell<{ submissionId: string }>("practice.submitAnswer", submissionOf(next.question!))).submissionId;
}
