import type { UserActor } from "@tidao/access";
import { fixedClock } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { afterAll, beforeAll, expect, test } from "vitest";
import { growPopulation, madeUpUserId } from "../population";
import { makeActor } from "../testing";
import { openCourseDatabase } from "../testing/course-database";
import { getTopic, listTopics } from "./index";

let database: Awaited<ReturnType<typeof openCourseDatabase>>;
let learner: UserActor;
const now = new Date("2026-03-01T12:00:00Z");
const context = { clock: fixedClock(now.toISOString()), locale: "en" as const };
beforeAll(async () => {
  database = await openCourseDatabase();
  process.env.DATABASE_URL = database.ownerUrl;
  await growPopulation({ submissions: 12, answersEach: 12 }, now);
  const { rows } = await pool.query<{ subject_id: string }>(`select subject_id from learner where user_id = $1`, [madeUpUserId(0)]);
  learner = { ...(await makeActor()), id: madeUpUserId(0), subjectId: rows[0]!.subject_id };
});
afterAll(() => database.close());

const everyTopicAsListed = async () => {
  const topics = await listTopics(learner, {}, context);
  for (const [index, listed] of topics.entries()) {
    const page = await getTopic(learner, { slug: listed.slug }, context);
    expect(page.topic).toEqual(listed);
    expect([page.previous?.slug, page.next?.slug], listed.slug).toEqual([topics[index - 1]?.slug, topics[index + 1]?.slug]);
    expect(page.prerequisites.map(({ slug, level }) => ({ slug, level }))).toEqual(
      topics.filter(({ slug }) => listed.prerequisites.includes(slug)).map(({ slug, level }) => ({ slug, level })),
    );
  }
  return topics;
};

test("the page of a topic says of it what the list of topics says", async () => {
  const topics = await everyTopicAsListed();
  expect(new Set(topics.map(({ state }) => state)).size).toBeGreaterThan(1);
});
test("so it does where a prerequisite has lost its questions and a neighbour has gone", async () => {
  await pool.query(`update question set published_version_id = null where topic_slug = 'tokenisation'`);
  await pool.query(`update topic set archived_at = now() where number = 7`);
  await everyTopicAsListed();
});
