import { randomUUID } from "node:crypto";
import { cookieHeaderFor } from "@tidao/auth/testing";
import { adminUrl, type Person, webUrl } from "./fixtures";
import { dataOf, mutate, type NextQuestion, query, submissionOf } from "./load/calls";

/** The procedures of an origin as one person calls them: to set a scene that a journey is not about. */
export async function calling({ id }: Pick<Person, "id">, origin = webUrl) {
  const cookie = await cookieHeaderFor(id);
  return {
    cookie,
    ask: async <T>(procedure: string, input: object = {}) => dataOf<T>(await query(origin, procedure, input, cookie)),
    tell: async <T>(procedure: string, input: object = {}) => dataOf<T>(await mutate(origin, procedure, input, cookie)),
    /** The code of the refusal, or null when it was allowed. */
    refusal: async (kind: "query" | "mutation", procedure: string, input: object) => {
      const { status, body } = await (kind === "query" ? query : mutate)(origin, procedure, input, cookie);
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

/** The learner's report on a question they answered. @returns its id */
export async function givenReport(learner: Pick<Person, "id">, submissionId: string): Promise<string> {
  const { ask, tell } = await calling(learner);
  const { question } = await ask<{ question: { versionId: string; seed: number } }>("practice.getSubmission", { submissionId });
  const { versionId, seed } = question;
  const { reportId } = await tell<{ reportId: string }>("reports.reportQuestion", {
    reportId: randomUUID(),
    versionId,
    seed,
    submissionId,
    kind: "unclear",
    text: "What does the second sentence mean?",
  });
  return reportId;
}

/** A list of the learner's own with these questions in this order. @returns its id */
export async function givenList(learner: Pick<Person, "id">, questionIds: readonly string[], name = "Monday"): Promise<string> {
  const { tell } = await calling(learner);
  const listId = randomUUID();
  await tell("bookmarks.createList", { listId, name });
  for (const questionId of questionIds) await tell("bookmarks.keepInList", { listId, questionId, kept: true });
  return listId;
}

export interface Choice {
  id: string;
  zh: string;
  en: string;
  correct?: boolean;
}
/** A published single choice of the editor's own, in a topic whose bank is otherwise empty. */
export async function givenQuestion(editor: Pick<Person, "id">, wanted: { id: string; topicSlug: string; stem: { zh: string; en: string }; choices: Choice[] }) {
  const { ask, tell } = await calling(editor, adminUrl);
  const { id: questionId, topicSlug, stem, choices } = wanted;
  const { revision } = await tell<{ revision: number }>("questions.createQuestion", { questionId, topicSlug, kind: "single-choice" });
  const { references } = await ask<{ references: { objectives: { id: string }[]; sources: { id: string }[] } }>("questions.getQuestion", { questionId });
  const spec = {
    stem,
    interaction: {
      kind: "single-choice",
      choices: choices.map(({ id, zh, en, correct = false }) => ({ id, text: { zh, en }, correct, why: { zh: `${zh}的理由。`, en: `The reason for ${en}.` } })),
    },
    hints: [],
    solution: { zh: "这是旧的解答。", en: "This is the old solution." },
    difficulty: 2,
    expectedSeconds: 30,
    objective: references.objectives[0]?.id,
    sources: [references.sources[0]?.id],
  };
  const saved = await tell<{ revision: number }>("questions.saveDraft", { questionId, spec, revision, published: null });
  const { versionId } = await tell<{ versionId: string }>("questions.publishDraft", { questionId, revision: saved.revision });
  return { spec, versionId };
}

/** A draft of the next version of a question made by `givenQuestion`. @returns its id */
export async function givenDraft(editor: Pick<Person, "id">, questionId: string, published: Awaited<ReturnType<typeof givenQuestion>>): Promise<string> {
  const { tell } = await calling(editor, adminUrl);
  const spec = { ...published.spec, difficulty: 4, stem: { zh: "另一个题干？", en: "Another stem?" } };
  const draft = await tell<{ versionId: string }>("questions.saveDraft", { questionId, spec, revision: null, published: published.versionId });
  return draft.versionId;
}
