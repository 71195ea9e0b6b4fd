import { randomBytes } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { db, pool } from "../src/index";
import { cloneTestDatabase, openTestDatabase, type Filling } from "./index";

const opened: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const { close } of opened) await close();
});
const fillingOf = (write: () => Promise<unknown>): Filling & { fill: ReturnType<typeof vi.fn<() => Promise<unknown>>> } => ({
  name: `filled_${randomBytes(4).toString("hex")}`,
  fill: vi.fn<() => Promise<unknown>>(write),
});
const writeTopic = (slug: string) => db.topic.create({ data: { slug, number: 1, area: "data", body: {}, prerequisites: [], sourceHash: "h" } });
const topics = async () => (await pool.query<{ slug: string }>(`select slug from topic`)).rows.map(({ slug }) => slug);

test("a filling is made once, and what one file does to its copy is its own affair", async () => {
  const filling = fillingOf(() => writeTopic("shared"));
  const first = await openTestDatabase(filling);
  opened.push(first);
  await pool.query(`update topic set slug = 'mine'`);
  expect(await topics()).toEqual(["mine"]);
  const second = await openTestDatabase(filling);
  opened.push(second);
  expect(await topics()).toEqual(["shared"]);
  expect(filling.fill).toHaveBeenCalledTimes(1);
});

test("two who ask at the same moment get one filling", async () => {
  const filling = fillingOf(() => writeTopic("shared"));
  const copies = await Promise.all([cloneTestDatabase(filling), cloneTestDatabase(filling)]);
  expect(filling.fill).toHaveBeenCalledTimes(1);
  for (const copy of copies) await copy.drop();
});

test("a filling that breaks off is not taken for a whole one", async () => {
  const filling = fillingOf(async () => {
    await writeTopic("half");
    throw new Error("broke off");
  });
  await expect(openTestDatabase(filling)).rejects.toThrow("broke off");
  filling.fill.mockImplementation(() => writeTopic("whole"));
  opened.push(await openTestDatabase(filling));
  expect(await topics()).toEqual(["whole"]);
});
