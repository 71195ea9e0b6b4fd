import type { Actor } from "@tidao/access";
import { limitJoinCodes } from "@tidao/auth";
import { DomainError, fixedClock } from "@tidao/kernel";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createContext } from "../../context";
import { createWebCaller } from "../../web-router";

// nobody listens there: while the database is away limits are counted in memory
beforeAll(() => vi.stubEnv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none"));
afterAll(() => vi.unstubAllEnvs());

const [userId, peer] = ["who guesses", "192.0.2.7"];
const actor: Actor = {
  kind: "user",
  id: userId,
  subjectId: "s",
  roles: ["learner"],
  sessionId: "x",
  name: "n",
  email: "e",
  locale: "en",
  zone: "UTC",
  theme: "system",
  motion: "system",
  asksConfidence: true,
  emailVerified: false,
};
const { classes } = createWebCaller(
  createContext({ actor, requestId: "r", peer, locale: "en", clock: fixedClock("2026-01-01T00:00:00Z") }),
);

test("who has guessed too many join codes can neither look at a class by another nor join it", async () => {
  const guess = () => limitJoinCodes({ userId, peer }, () => Promise.reject(new DomainError("JOIN_CODE_UNKNOWN")));
  for (let tried = 0; tried < 20; tried++) await expect(guess()).rejects.toMatchObject({ code: "JOIN_CODE_UNKNOWN" });
  for (const ask of [classes.previewClass, classes.joinClass])
    await expect(ask({ code: "ABCD2345" })).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
});
