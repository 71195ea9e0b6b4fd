import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createUser } from "../testing";
import { confirmOwner } from "./confirm-owner";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
const peer = "192.0.2.7";
const noWait = () => Promise.resolve();

test("the owner of an account with a password is known by it, and not by the address", async () => {
  const { email } = await createUser({ password: "correct horse battery staple" });
  await confirmOwner({ email, proof: "correct horse battery staple", peer }, noWait);
  for (const proof of ["wrong horse battery staple", email, ""])
    await expect(confirmOwner({ email, proof, peer }, noWait)).rejects.toMatchObject({ code: "CURRENT_PASSWORD_WRONG" });
});

test("the owner of an account without a password is known by typing its address", async () => {
  const { email } = await createUser({ email: "signs-in-elsewhere@example.test" });
  await confirmOwner({ email, proof: " Signs-In-Elsewhere@example.test ", peer }, noWait);
  await expect(confirmOwner({ email, proof: "someone@example.test", peer }, noWait)).rejects.toMatchObject({
    code: "INPUT_INVALID",
  });
});

test("guessing is slowed down as at the door", async () => {
  const { email } = await createUser({ password: "correct horse battery staple" });
  const waits: number[] = [];
  const guess = () =>
    confirmOwner({ email, proof: "guess", peer: "192.0.2.8" }, async (ms) => void waits.push(ms)).catch(() => {});
  for (let i = 0; i < 8; i++) await guess();
  expect(waits.length).toBeGreaterThan(0);
});
