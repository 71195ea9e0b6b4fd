import type { UserActor } from "@tidao/access";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeActor, makeBank } from "../testing";
import { listQuestionTopics } from "./list-questions";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let editor: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeBank();
  editor = await makeActor(["editor"]);
});
afterAll(() => database.close());

test("a topic that an import renames is called so within a quarter of a minute, also where its name is asked for all the time", async () => {
  const begun = performance.now();
  const now = vi.spyOn(performance, "now");
  const titles = new Set<string>();
  for (let second = 0; second <= 20; second += 5) {
    now.mockReturnValue(begun + second * 1000);
    const topics = await listQuestionTopics(editor, {});
    titles.add(topics.find(({ slug }) => slug === "sample")!.title.en);
    if (second === 0) await pool.query(`update topic set body = jsonb_set(body, '{title,en}', '"Renamed"') where slug = 'sample'`);
    // the cache looks at the clock once in a millisecond
    await new Promise((done) => setTimeout(done, 5));
  }
  now.mockRestore();
  expect([...titles]).toEqual([expect.not.stringMatching("Renamed"), "Renamed"]);
});
