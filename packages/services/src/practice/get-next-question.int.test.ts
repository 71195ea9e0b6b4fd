import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { readCourse } from "@tidao/content";
import { systemClock } from "@tidao/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeActor } from "../testing";
import { openCourseDatabase } from "../testing/course-database";
import { getNextQuestion } from "./get-next-question";
import { submitAnswer } from "./submit-answer";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openCourseDatabase>>;
let learner: UserActor;
let topicOf: Map<string, string>;
beforeAll(async () => {
  database = await openCourseDatabase();
  learner = await makeActor(["learner"]);
  const { topics } = await readCourse();
  topicOf = new Map(topics.flatMap(({ slug, questions }) => questions.map(({ id }) => [id, slug] as const)));
});
afterAll(() => database.close());

const ask = (filter: { path?: string; topic?: string; except: string[] }) =>
  getNextQuestion(learner, { dueOnly: false, ...filter }, { clock: systemClock, locale: "en" });

test("a path's mixed set asks about its own topics, never twice in a row about one", async () => {
  const path = (await readCourse()).paths.find(({ slug }) => slug === "evaluation-and-quality");
  const steps = new Set(path?.steps.map(({ topic }) => topic));
  const asked: string[] = [];
  const mixed = "interview-essentials";
  for (let n = 0; n < 8; n++) {
    const { question } = await ask({ path: mixed, except: asked });
    asked.push(question!.questionId);
  }
  const topics = asked.map((id) => topicOf.get(id));
  for (const [at, topic] of topics.entries()) if (at > 0) expect(topic).not.toBe(topics[at - 1]);
  expect(new Set(asked).size).toBe(8);
  const { question, total } = await ask({ path: "evaluation-and-quality", except: [] });
  expect(steps).toContain(topicOf.get(question!.questionId));
  expect(total).toBe([...topicOf.values()].filter((topic) => steps.has(topic)).length);
});
test("a path that there is not has no questions", async () => {
  expect(await ask({ path: "no-such-path", except: [] })).toMatchObject({ question: null, total: 0 });
});

describe("another like this", () => {
  const questionId = "lat-goodput-floor";
  const another = (dueOnly = false) =>
    getNextQuestion(learner, { question: questionId, except: [], dueOnly }, { clock: systemClock, locale: "en" });

  test("comes with other numbers each time, and the same after a reload", async () => {
    let last: string | null = null;
    for (let n = 0; n < 6; n++) {
      const { question } = await another();
      expect((await another()).question).toEqual(question);
      expect(question).toMatchObject({ questionId, parameterised: true });
      expect(question!.shown.stem).not.toBe(last);
      last = question!.shown.stem;
      const { versionId, seed } = question!;
      const answer = { kind: "blank" as const };
      await submitAnswer(learner, { submissionKey: randomUUID(), versionId, seed, answer, confidence: null, durationMs: 9000 }, { clock: systemClock, locale: "en" });
    }
  });
  test("stays the same in hand after a reload, whatever the filter would ask next, and though it was answered in another tab", async () => {
    const { question } = await another();
    const { versionId, seed } = question!;
    const reload = (filter: object, inHand = { question: questionId, seed }) =>
      getNextQuestion(learner, { except: [], dueOnly: false, ...filter, inHand }, { clock: systemClock, locale: "en" });
    const next = await ask({ topic: "tokenisation", except: [] });
    expect(next.question!.questionId).not.toBe(questionId);
    expect(await reload({ topic: "tokenisation" })).toMatchObject({ question, total: next.total, seen: next.seen });
    const answer = { kind: "blank" as const };
    await submitAnswer(learner, { submissionKey: randomUUID(), versionId, seed, answer, confidence: null, durationMs: 9000 }, { clock: systemClock, locale: "en" });
    expect((await reload({ dueOnly: true })).question).toEqual(question);
    expect((await reload({ plan: true })).question).toEqual(question);
  });
  test("that is there no more, or never was drawn, gives way to the next", async () => {
    for (const inHand of [{ question: "no-such-question", seed: 7 }, { question: questionId, seed: 500 }]) {
      const next = await getNextQuestion(learner, { topic: "tokenisation", inHand, except: [], dueOnly: false }, { clock: systemClock, locale: "en" });
      expect(topicOf.get(next.question!.questionId)).toBe("tokenisation");
    }
  });
  test("comes in a session of reviews too, although it is no longer due", async () => {
    expect((await another(true)).question).toMatchObject({ questionId });
  });
});
