import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { variantSeeds } from "@tidao/grading";
import { type Clock, fixedClock, instantOfWallTime, type Locale, localDate, type Random, seededRandom, seedFrom } from "@tidao/kernel";
import { addDays } from "../analytics/calendar-day";
import { finishAttempt, startAttempt, submitAttemptAnswer } from "../assignments";
import { listAttemptItems } from "../assignments/attempt.repo";
import { openDueFeedback } from "../assignments/open-due-feedback";
import { getPublishedVersion, getPublishedVersions } from "../bank/question-version.repo";
import { startPath } from "../course";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { applyLessonRead, recordEvent } from "../learning-record/event.repo";
import { recordSubmission } from "../learning-record/record-submission";
import { setPlan } from "../plan";
import { createAssignment } from "../results";
import { planToday } from "../reviews/plan-today";
import { createSet, updateSet } from "../sets";
import { type DemoQuestion, listDemoQuestions } from "./demo.repo";
import { madeUpAnswer } from "./made-up-answer";
import { story } from "./story";

export interface Cast {
  learner: UserActor;
  instructor: UserActor;
  classId: string;
}
interface Context {
  clock: Clock;
  locale: Locale;
}
/** Between one answer and the next. */
const pause = 12_000;

/**
 * Lives the story through the services that people use, each day at its own time: what it leaves is what a learner and an
 * instructor would have left. Nothing of it is drawn from the clock but its end, yesterday.
 */
export async function liveStory({ learner, instructor, classId }: Cast, now: Date): Promise<void> {
  const random = seededRandom(seedFrom("the demo learner"));
  const today = localDate(now, learner.zone);
  const dateOf = (day: number) => addDays(today, day - story.days);
  const at = (day: number, time: string): Context => ({ clock: fixedClock(instantIn(learner.zone, dateOf(day), time).toISOString()), locale: "zh" });
  const questions = await listDemoQuestions(story.topics.map(({ slug }) => slug));
  await getPublishedVersions(questions.map(({ versionId }) => versionId));
  const study = new Study(learner, questions, random);
  const assigned: string[] = [];
  await startPath(learner, { slug: story.path }, at(0, "19:50"));
  for (let day = 0; day < story.days; day++) {
    for (const { slug, day: begun } of story.topics)
      // the newest lesson is still to be read to its end
      if (begun === day && slug !== story.topics.at(-1)?.slug) await readLesson(learner, slug, at(day, "20:00").clock.now());
    if (day === story.plan.day) {
      const { minutesADay, daysOff, daysLeft, leftOut } = story.plan;
      const weights = Object.fromEntries(leftOut.map((slug) => [slug, 0]));
      await setPlan(learner, { date: addDays(today, daysLeft), minutesADay, daysOff: [...daysOff], weights }, at(day, "20:05"));
    }
    for (const [index, assignment] of story.assignments.entries()) {
      if (assignment.opens === day) assigned[index] = await assign(instructor, classId, assignment, { opens: at(day, "09:00"), due: at(assignment.due, "22:00") });
      if (assignment.answered === day) await study.doAssignment(assigned[index] ?? "", at(day, "18:30"));
      if (assignment.due === day) await openDueFeedback(at(day, "22:01").clock);
    }
    if (!(story.daysOff as readonly number[]).includes(day)) await study.workOn(day, at(day, "20:15").clock.now());
  }
}

/** As `markLessonRead` does, which would first put the lesson together: a second for each. */
const readLesson = (learner: UserActor, topic: string, at: Date) =>
  recordEvent(learner, { kind: "lesson_read", body: { topic } }, at, async (connection) => {
    await applyLessonRead(connection, learner.subjectId, topic, at);
  });

const instantIn = (zone: string, date: string, time: string): Date => {
  const instant = instantOfWallTime(`${date}T${time}`, zone);
  if (!instant) throw new Error(`${date} ${time} does not exist in ${zone}`);
  return instant;
};

type StoryAssignment = (typeof story.assignments)[number];
async function assign(instructor: UserActor, classId: string, { title, topics, questions }: StoryAssignment, { opens, due }: Record<"opens" | "due", Context>): Promise<string> {
  const { id: setId } = await createSet(instructor, { title }, opens);
  const of = await Promise.all(topics.map((slug) => listDemoQuestions([slug])));
  // as many of each topic, the first of its bank
  const chosen = of.flatMap((list) => list.filter(({ kind }) => kind !== "short-answer").slice(0, Math.ceil(questions / topics.length)));
  await updateSet(instructor, { setId, items: chosen.map(({ questionId }) => ({ questionId, points: 1, pin: false })) }, opens);
  const times = { opensAt: opens.clock.now().toISOString(), dueAt: due.clock.now().toISOString() };
  const { id } = await createAssignment(instructor, { classId, setId, title, ...times, attempts: 1, feedback: "after_due", shuffle: false }, opens);
  return id;
}

/** The learner at work: what comes back, and new questions of the topics begun, one of each in turn. */
class Study {
  readonly #met = new Map<string, number>();
  readonly learner: UserActor;
  readonly questions: readonly DemoQuestion[];
  readonly random: Random;

  constructor(learner: UserActor, questions: readonly DemoQuestion[], random: Random) {
    this.learner = learner;
    this.questions = questions;
    this.random = random;
  }

  async workOn(day: number, start: Date): Promise<void> {
    const withheld = await listWithheldQuestionIds(this.learner, start);
    const isLast = day === story.days - 1;
    const due = isLast ? [] : (await planToday(this.learner, withheld, start)).questions.slice(0, story.reviewsADay);
    const fresh = this.#newOn(day, withheld);
    let now = start.getTime();
    for (let index = 0; index < Math.max(due.length, fresh.length); index++)
      for (const questionId of [due[index]?.questionId, fresh[index]?.questionId]) {
        const question = this.questions.find((each) => each.questionId === questionId);
        if (question) now += (await this.#answer(question, new Date(now))) + pause;
      }
  }

  /** Half or more of what is new is of the topic begun last, the rest of those before it. */
  #newOn(day: number, withheld: readonly string[]): DemoQuestion[] {
    const begun = story.topics.filter((topic) => topic.day <= day);
    const isNew = ({ questionId }: DemoQuestion) => !this.#met.has(questionId) && !withheld.includes(questionId);
    const of = (slug: string | undefined) => this.questions.filter((question) => question.topicSlug === slug && isNew(question));
    const newest = of(begun.at(-1)?.slug).slice(0, begun.length > 1 ? Math.ceil(story.newADay / 2) : story.newADay);
    const earlier = begun.slice(0, -1).flatMap(({ slug }) => of(slug));
    return this.random.shuffle([...newest, ...this.random.shuffle(earlier).slice(0, story.newADay - newest.length)]);
  }

  /** @returns how long it took, ms */
  async #answer({ questionId, versionId, topicSlug }: DemoQuestion, now: Date): Promise<number> {
    const version = await getPublishedVersion(versionId);
    const answers = this.#met.get(questionId) ?? 0;
    const seed = version.spec.variant ? this.random.integer(0, variantSeeds - 1) : 0;
    const { right, confidence, durationMs } = this.#attempt(topicSlug, version.expectedSeconds, answers > 0);
    const answer = madeUpAnswer(version, seed, right, this.random);
    const input = { submissionKey: randomUUID(), versionId, seed, answer, confidence, durationMs, context: "practice", attempt: null } as const;
    await recordSubmission(this.learner, input, now);
    this.#met.set(questionId, answers + 1);
    return durationMs;
  }

  #attempt(topicSlug: string, expectedSeconds: number, again: boolean) {
    const { random } = this;
    const { knows, overrates } = story.topics.find(({ slug }) => slug === topicSlug) ?? { knows: 0.7, overrates: 0 };
    const right = random.next() < (again ? 0.5 + knows / 2 : knows);
    const felt = 1.6 + 1.8 * knows + (right ? 0.4 : -0.5) + overrates + (random.next() - 0.5) * 1.4;
    const confidence = Math.min(4, Math.max(1, Math.round(felt)));
    return { right, confidence, durationMs: Math.round(expectedSeconds * 1000 * (again ? 0.35 : 0.6) * (0.6 + random.next())) };
  }

  async doAssignment(assignmentId: string, context: Context): Promise<void> {
    const { attemptId } = await startAttempt(this.learner, { assignmentId }, context);
    const start = context.clock.now().getTime();
    for (const [index, { position, versionId, seed, questionId }] of (await listAttemptItems(attemptId)).entries()) {
      const version = await getPublishedVersion(versionId);
      const { confidence, durationMs } = this.#attempt(version.topicSlug, version.expectedSeconds, false);
      // one question in the set is got wrong, so that the results have something to say
      const answer = madeUpAnswer(version, seed, index > 0, this.random);
      const clock = fixedClock(new Date(start + index * 90_000).toISOString());
      await submitAttemptAnswer(this.learner, { attemptId, position, submissionKey: randomUUID(), answer, confidence, durationMs }, { ...context, clock });
      this.#met.set(questionId, (this.#met.get(questionId) ?? 0) + 1);
    }
    await finishAttempt(this.learner, { attemptId }, { clock: fixedClock(new Date(start + 900_000).toISOString()) });
  }
}
