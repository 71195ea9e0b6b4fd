import type { UserActor } from "@tidao/access";
import { systemClock } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeActor } from "../testing";
import { getHome } from "../home";
import { openCourseDatabase } from "../testing/course-database";
import { getTopic } from "./get-topic";
import { getPath } from "./list-paths";
import { leavePath, startPath } from "./start-path";

let database: Awaited<ReturnType<typeof openCourseDatabase>>;
let learner: UserActor;
beforeAll(async () => {
  database = await openCourseDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  learner = await makeActor(["learner"]);
});

const context = { clock: systemClock, locale: "en" as const };
const read = (slug: string) => getTopic(learner, { slug }, context);

test("a learner on a path is led from a lesson to the path's next step, not to the course's", async () => {
  await startPath(learner, { slug: "interview-essentials" }, context);
  const { next, nextOnPath } = await read("tokenisation");
  expect(nextOnPath?.slug).toBe("training-and-optimisation");
  expect(next?.slug).toBe("application-scenarios");
});
test("a learner without a path, off it, at its end or beside it goes on in the course", async () => {
  expect((await read("tokenisation")).nextOnPath).toBeNull();
  await startPath(learner, { slug: "interview-essentials" }, context);
  expect((await read("security")).nextOnPath).toBeNull();
  expect((await read("application-scenarios")).nextOnPath).toBeNull();
  await leavePath(learner, { slug: "interview-essentials" }, context);
  expect((await read("tokenisation")).nextOnPath).toBeNull();
});
test("a path that brings a foundation later is not said to go without it", async () => {
  const goesWithout = async (topic: string) =>
    (await getPath(learner, { slug: "interview-essentials" }, context)).steps.find((step) => step.topic.slug === topic)!.goesWithout.map(({ slug }) => slug);
  expect(await goesWithout("evaluation")).toEqual(["application-scenarios"]);
  const later = { topic: "application-scenarios", reason: { zh: "后学", en: "Later" } };
  await pool.query(`update path set body = jsonb_set(body, '{steps}', body->'steps' || $1::jsonb) where slug = 'interview-essentials'`, [JSON.stringify([later])]);
  expect(await goesWithout("evaluation")).toEqual([]);
});
test("the step at which a learner begins waits for nothing, whatever the map asks for first; the steps behind it wait for it", async () => {
  await startPath(learner, { slug: "trust-safety-and-privacy" }, context);
  const { steps, resumeAt } = await getPath(learner, { slug: "trust-safety-and-privacy" }, context);
  const [here, ...later] = steps;
  expect(here).toMatchObject({ position: resumeAt, waits: false, topic: { state: "not-ready" }, goesWithout: [{ slug: "tokenisation" }] });
  // evaluation builds on what this path leaves out only: nothing of the path comes before it
  expect(later[0]).toMatchObject({ topic: { slug: "evaluation", state: "not-ready" }, waits: false });
  expect(later.some(({ waits }) => waits)).toBe(true);
});
test("a learner follows what a step goes without by its name, in either language, and reads the same in one line at home", async () => {
  for (const [locale, text] of [["en", "tokenisation"], ["zh", "分词"]] as const) {
    const { lead, path, steps } = await getPath(learner, { slug: "trust-safety-and-privacy" }, { ...context, locale });
    expect(steps[0]!.reason).toContainEqual({ text, topic: "tokenisation" });
    expect(lead.map((run) => run.text).join("")).toBe(path.summary);
  }
  await startPath(learner, { slug: "trust-safety-and-privacy" }, context);
  const { next } = await getHome(learner, {}, context);
  expect(next).toMatchObject({ reason: expect.stringContaining("Of tokenisation the summary is enough") as unknown });
});
test("a topic that has left the course is named in a path's words and leads nowhere", async () => {
  await pool.query(`update topic set archived_at = now() where slug = 'tokenisation'`);
  const { steps } = await getPath(learner, { slug: "trust-safety-and-privacy" }, context);
  expect(steps[0]!.reason).toContainEqual({ text: "tokenisation", topic: null });
  await pool.query(`update topic set archived_at = null where slug = 'tokenisation'`);
});
