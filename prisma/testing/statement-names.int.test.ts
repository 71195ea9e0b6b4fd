import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openTestDatabase } from "./index";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test("two copies of this module in one process share connections without taking each other's statements", async () => {
  const first = await import("../src/index");
  vi.resetModules();
  const second = await import("../src/index");
  expect(second.named).not.toBe(first.named);
  for (let i = 0; i < 3; i++) {
    const one = await first.pool.query(first.named("select 1 as a", []));
    const two = await second.pool.query(second.named("select 2 as b", []));
    expect([one.rows, two.rows]).toEqual([[{ a: 1 }], [{ b: 2 }]]);
  }
});
