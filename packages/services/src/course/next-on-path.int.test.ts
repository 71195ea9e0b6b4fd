import type { UserActor } from "@tidao/access";
import { systemClock } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeActor } from "../testing";
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
