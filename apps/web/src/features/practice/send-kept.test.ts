import { expect, test } from "vitest";
import { memoryStore } from "../../testing/memory-store";
import { keepAnswer, type KeptAnswer, listKept } from "./kept-answers";
import type { Submission } from "./practice-state";
import { sendKept } from "./send-kept";

const answer = (submissionKey: string): KeptAnswer => ({
  submissionKey,
  versionId: "v",
  seed: 0,
  answer: { kind: "blank" },
  confidence: null,
  durationMs: 1,
});

test("a learner whose page opens as the connection comes back is told once of what was sent", async () => {
  const store = memoryStore();
  for (const key of ["a", "b"]) keepAnswer("ada", answer(key), store);
  const sent: string[] = [];
  const submit = async ({ submissionKey }: KeptAnswer) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    sent.push(submissionKey);
    return { submissionId: submissionKey } as Submission;
  };
  const both = await Promise.all([sendKept("ada", submit, store), sendKept("ada", submit, store)]);
  expect(sent).toEqual(["a", "b"]);
  expect(both.map((each) => each.sent.length)).toEqual([2, 0]);
  expect(listKept("ada", store)).toEqual([]);
});

test("an answer that finds no server stays, and the next try sends it", async () => {
  const store = memoryStore();
  keepAnswer("ada", answer("a"), store);
  const failed = await sendKept("ada", () => Promise.reject(new TypeError("Failed to fetch")), store);
  expect(failed).toMatchObject({ sent: [], refused: [], left: 1 });
  const sent = await sendKept(
    "ada",
    ({ submissionKey }) => Promise.resolve({ submissionId: submissionKey } as Submission),
    store,
  );
  expect(sent).toMatchObject({ sent: [{ submissionId: "a" }], left: 0 });
});
