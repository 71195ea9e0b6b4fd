import { givenAnswer, givenAssignment, givenAttempt, givenDraft, givenQuestion, givenReport } from "./arrange";
import type { Hands } from "./fixtures";
import type { World } from "./routes";
import type { Tongue } from "./words";

/** How people call themselves and what they make. */
const usual = {
  learner: "林学 Lin",
  email: undefined as string | undefined,
  instructor: "周老师 Zhou",
  editor: undefined as string | undefined,
  className: "一班 Class one",
  title: "第一周 Week one",
  stem: "What is one and one?",
};

/** Everything that the pages of both apps can show, each made by whom it belongs to. */
export async function makeWorld(locale: Tongue, { as, visitor }: Pick<Hands, "as" | "visitor">, names: Partial<typeof usual> = {}): Promise<World> {
  const named = { ...usual, ...names };
  const people = {
    visitor: await visitor({ locale }),
    learner: await as([], { locale, name: named.learner, email: named.email }),
    instructor: await as(["instructor"], { locale, name: named.instructor }),
    editor: await as(["editor"], { locale, name: named.editor }),
    admin: await as(["admin"], { locale }),
  };
  const { learner, instructor } = people;
  const submissionId = await givenAnswer(learner);
  const reportId = await givenReport(learner, submissionId);
  const room = await givenAssignment(instructor, { feedback: "immediately", className: named.className, title: named.title });
  const attemptId = await givenAttempt(learner, room);
  const openRoom = await givenAssignment(instructor, { title: "第二周 Week two", questions: ["mem-zero-two", "mem-oom-ladder", "mem-what-it-acts-on", "mem-capacity-memo", "mem-segments-cloze", "mem-explain-oom"] });
  const openAttemptId = await givenAttempt(learner, openRoom, { open: true });
  const questionId = `e2e-${crypto.randomUUID()}`;
  const published = await givenQuestion(people.editor, {
    id: questionId,
    topicSlug: "multi-task",
    stem: { zh: "一加一等于几？", en: named.stem },
    choices: [{ id: "two", zh: "二", en: "Two", correct: true }, { id: "three", zh: "三", en: "Three" }],
  });
  const versionIds = [published.versionId, await givenDraft(people.editor, questionId, published)];
  return { ...room, people, attemptId, openRoom, openAttemptId, submissionId, reportId, questionId, versionIds };
}
