import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashQueue } from "../password/password-hash";
import { createUser } from "../testing";
import { verifySignIn } from "./sign-in";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const password = "tulip-under-stairs";
const wrong = { code: "CREDENTIALS_WRONG", params: {} };
let lastPeer = 0;
const freshPeer = () => `203.0.113.${++lastPeer}`;

/** Signs in without waiting, and says how long it would have waited. */
async function attempt(email: string, typed: string, peer = freshPeer()) {
  let waited = 0;
  const outcome = await verifySignIn({ email, password: typed, peer }, async (ms) => {
    waited += ms;
  }).then(
    (userId) => ({ userId }),
    (error: { code: string; params: object }) => ({ code: error.code, params: error.params }),
  );
  return { ...outcome, waited };
}

test("the right password opens the account, however the address is written", async () => {
  const user = await createUser({ email: "ada@example.com", password });
  expect(await attempt(" ADA@Example.com", password)).toEqual({ userId: user.id, waited: 0 });
});

test("a space that was copied along is not trimmed: a wrong password is said to have one, and it may be part of the right one", async () => {
  await createUser({ email: "bare@example.com", password });
  const spaced = await createUser({ email: "spaced@example.com", password: `${password} ` });
  expect(await attempt("bare@example.com", `${password}\n`)).toEqual({
    code: "CREDENTIALS_WRONG",
    params: { spaced: "yes" },
    waited: 0,
  });
  expect(await attempt("nobody@example.com", ` ${password}`)).toMatchObject({ params: { spaced: "yes" } });
  expect(await attempt("spaced@example.com", `${password} `)).toMatchObject({ userId: spaced.id });
});

describe("nobody learns from a failure whether there is an account", () => {
  test.each([
    ["a wrong password", "known@example.com", { password }],
    ["an address without an account", "unknown@example.com", null],
    ["an account that has no password", "oauth@example.com", {}],
    ["what is no address", "no address", null],
    ["what no database can hold", "a\0da@example.com", null],
    ["a suspended account and a wrong password", "gone@example.com", { password, suspended: true }],
  ])("%s: the same answer after one comparison of the same cost", async (_, email, account) => {
    if (account) await createUser({ email, ...account });
    const { begun } = hashQueue.seen;
    expect(await attempt(email, "not-this-one-at-all")).toEqual({ ...wrong, waited: 0 });
    expect(hashQueue.seen.begun - begun).toBe(1);
  });

  test("only the right password is told that the account is suspended", async () => {
    await createUser({ email: "suspended@example.com", password, suspended: true });
    expect(await attempt("suspended@example.com", password)).toMatchObject({ code: "ACCOUNT_SUSPENDED" });
  });

  test("an unknown address takes as long as a known one", async () => {
    await createUser({ email: "timed@example.com", password });
    const time = async (email: string) => {
      const times: number[] = [];
      for (let i = 0; i < 5; i++) {
        const began = performance.now();
        await attempt(email, "not-this-one-at-all");
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[2] ?? 0;
    };
    const [known, unknown] = [await time("timed@example.com"), await time("untimed@example.com")];
    // without the comparison it would be a tenth
    expect(unknown).toBeGreaterThan(known / 3);
    expect(known).toBeGreaterThan(unknown / 3);
  });
});

describe("guessing one account's password from many addresses", () => {
  test("is slowed more and more and never locks the owner out, whose right password wipes the count", async () => {
    const user = await createUser({ email: "guessed@example.com", password });
    const waits: number[] = [];
    for (let i = 0; i < 12; i++) waits.push((await attempt("guessed@example.com", `guess number ${i}`)).waited);
    expect(waits).toEqual([0, 0, 0, 0, 0, 1000, 2000, 4000, 8000, 8000, 8000, 8000]);
    expect(await attempt("guessed@example.com", password)).toEqual({ userId: user.id, waited: 8000 });
    expect(await attempt("guessed@example.com", password)).toEqual({ userId: user.id, waited: 0 });
  });

  test("gains nothing by guessing all at once", async () => {
    await createUser({ email: "burst@example.com", password });
    const waits = await Promise.all(
      Array.from({ length: 10 }, (_, i) => attempt("burst@example.com", `guess number ${i}`)),
    );
    expect(waits.filter(({ waited }) => waited === 0)).toHaveLength(5);
  });

  test("slows an address without an account in the same way", async () => {
    for (let i = 0; i < 5; i++) await attempt("ghost@example.com", "some wrong password");
    expect((await attempt("ghost@example.com", "some wrong password")).waited).toBe(1000);
  });

  test("is forgotten after a quarter of an hour", async () => {
    for (let i = 0; i < 6; i++) await attempt("later@example.com", "some wrong password");
    await pool.query("update rate_limit set expire = $1", [Date.now() - 1]);
    expect((await attempt("later@example.com", "some wrong password")).waited).toBe(0);
  });
});

describe("guessing many accounts from one address", () => {
  test("is refused after forty mistakes, with the time to wait, and no other address suffers", async () => {
    const peer = freshPeer();
    const user = await createUser({ email: "neighbour@example.com", password });
    for (let i = 0; i < 40; i++)
      expect(await attempt(`victim-${i}@example.com`, "some wrong password", peer)).toMatchObject(wrong);
    const refused = await attempt("neighbour@example.com", password, peer);
    expect(refused).toMatchObject({ code: "TOO_MANY_REQUESTS", params: { seconds: expect.any(Number) } });
    expect(await attempt("neighbour@example.com", password)).toMatchObject({ userId: user.id });
  });

  test("is not what a lecture hall does: forty-five right passwords behind one router all pass", async () => {
    const peer = freshPeer();
    const user = await createUser({ email: "hall@example.com", password });
    for (let i = 0; i < 45; i++)
      expect(await attempt("hall@example.com", password, peer)).toMatchObject({ userId: user.id });
  });
});

test("the table of counters names no account", async () => {
  await attempt("private@example.com", "some wrong password");
  const { rows } = await pool.query("select key from rate_limit");
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain("example.com");
});

test("a crowd that signs in at once is hashed two at a time", async () => {
  await Promise.all(Array.from({ length: 8 }, (_, i) => attempt(`crowd-${i}@example.com`, "some wrong password")));
  expect(hashQueue.seen.atOnce).toBe(2);
});
