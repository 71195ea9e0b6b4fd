import { expect, test } from "vitest";
import { isDatabaseAway, isTextUnstorable } from "./database-health.repo";

const coded = (code: string) => Object.assign(new Error("x"), { code });

test.each([
  ["nobody listens", coded("ECONNREFUSED"), true],
  ["an administrator's shutdown", coded("57P01"), true],
  ["starting up", coded("57P03"), true],
  ["a broken connection", coded("08006"), true],
  ["all connections taken", coded("53300"), true],
  ["a connection that ended under the query", new Error("Connection terminated unexpectedly"), true],
  ["a constraint", coded("23505"), false],
  ["a table that is not there", coded("42P01"), false],
  ["a bug of ours", new TypeError("x is not a function"), false],
  ["not even an error", "ECONNREFUSED", false],
])("%s", (_, error, away) => {
  expect(isDatabaseAway(error)).toBe(away);
});

test("a character that PostgreSQL cannot hold is the sender's to take out, a lost connection is not", () => {
  expect([coded("22021"), coded("22P05"), coded("57P01"), "22021"].map(isTextUnstorable)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const half = Object.assign(coded("22P02"), { detail: "Unicode low surrogate must follow a high surrogate." });
  expect([half, coded("22P02")].map(isTextUnstorable)).toEqual([true, false]);
});
