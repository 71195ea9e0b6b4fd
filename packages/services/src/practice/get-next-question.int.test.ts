import type { UserActor } from "@tidao/access";
import { readCourse } from "@tidao/content";
import { systemClock } from "@tidao/kernel";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importBank } from "../content";
import { makeActor } from "../testing";
import { getNextQuestion } from "./get-next-question";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let learner: UserActor;
let topicOf: Map<string, string>;
beforeAll(async () => {
  database = await openTestDatabase();
  await importBank();
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
