import { randomUUID } from "node:crypto";
import { DomainError } from "@tidao/kernel";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { limitJoinCodes } from "./limit-join-codes";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const unknown = () => Promise.reject(new DomainError("JOIN_CODE_UNKNOWN"));
const found = () => Promise.resolve("class");
const someone = (peer: string) => ({ userId: randomUUID(), peer });
/** How often each answer came. */
async function outcomes(asked: Promise<unknown>[]): Promise<Record<string, number>> {
  const codes = (await Promise.allSettled(asked)).map((r) =>
    r.status === "fulfilled" ? "found" : (r.reason as DomainError).code,
  );
  return Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((c) => c === code).length]));
}
const many = <T>(count: number, ask: () => Promise<T>) => Array.from({ length: count }, ask);

test("who guesses join codes is refused after twenty, also all at once, and then learns nothing of a right one", async () => {
  const who = someone("192.0.2.1");
  const answers = await outcomes(many(60, () => limitJoinCodes(who, unknown)));
  expect(answers).toEqual({ JOIN_CODE_UNKNOWN: 20, TOO_MANY_REQUESTS: 40 });
  await expect(limitJoinCodes(who, found)).rejects.toMatchObject({
    code: "TOO_MANY_REQUESTS",
    params: { seconds: expect.any(Number) },
  });
  // the neighbour behind the same router
  expect(await limitJoinCodes(someone("192.0.2.1"), found)).toBe("class");
});

test("a lecture hall that joins from one address is not held up, however often it looks", async () => {
  const learners = Array.from({ length: 40 }, () => someone("192.0.2.2"));
  for (let round = 0; round < 20; round++)
    expect(await outcomes(learners.map((who) => limitJoinCodes(who, found)))).toEqual({ found: 40 });
});

test("many accounts that guess from one address are refused together", async () => {
  const answers = await outcomes(
    Array.from({ length: 31 }, () => someone("192.0.2.3")).flatMap((who) =>
      many(20, () => limitJoinCodes(who, unknown)),
    ),
  );
  expect(answers).toEqual({ JOIN_CODE_UNKNOWN: 600, TOO_MANY_REQUESTS: 20 });
});
