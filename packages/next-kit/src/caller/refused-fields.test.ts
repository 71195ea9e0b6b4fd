import { DomainError } from "@tidao/kernel";
import { initTRPC } from "@trpc/server";
import { expect, test } from "vitest";
import { refusedFields } from "./refused-fields";

const t = initTRPC.create();
// as a schema refuses
const input = (given: unknown): never => {
  const issues = [
    { path: ["page"], code: "too_small", message: "Too small" },
    { path: ["filter", "word"], code: "too_big", message: `Too big: ${JSON.stringify(given)}` },
  ];
  throw Object.assign(new Error("refused"), { issues });
};
const caller = t.router({ paged: t.procedure.input(input).query(() => null) }).createCaller({});
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

test("of a page's own question that was refused the fields and the rules are told, and nothing that somebody wrote", async () => {
  const failure = await failureOf(caller.paged({ page: 0, filter: { word: "a secret" } } as never));
  expect(refusedFields(failure)).toEqual(["page: too_small", "filter.word: too_big"]);
});
test("a refusal by the use case itself names its field, or its code where it has none", () => {
  expect(refusedFields(new DomainError("INPUT_INVALID", { field: "questionId" }))).toEqual(["questionId"]);
  expect(refusedFields(new Error("wrapped", { cause: new DomainError("INPUT_INVALID") }))).toEqual(["INPUT_INVALID"]);
});
