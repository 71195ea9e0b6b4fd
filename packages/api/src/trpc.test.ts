import { fixedClock } from "@tidao/kernel";
import { TRPCError } from "@trpc/server";
import { expect, test } from "vitest";
import { z } from "zod";
import { createContext } from "./context";
import { createCallerFactory, domainErrorOf, publicProcedure, router } from "./trpc";

const refused = Object.assign(new Error('invalid byte sequence for encoding "UTF8": 0x00'), { code: "22021" });
const call = createCallerFactory(
  router({
    store: publicProcedure.input(z.strictObject({ name: z.string() })).mutation(() => {
      throw refused;
    }),
  }),
);
const context = createContext({
  actor: { kind: "anonymous" },
  requestId: "r",
  peer: "127.0.0.1",
  locale: "en",
  clock: fixedClock("2026-01-01T00:00:00Z"),
});
const failure = async (input: object) => {
  const error: unknown = await call(context)
    .store(input as { name: string })
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof TRPCError)) throw error;
  return [error.code, domainErrorOf(error)?.code, domainErrorOf(error)?.params];
};

test("who sends a character that no database can hold is told so: nothing went wrong on our side", async () => {
  expect(await failure({ name: "a\0b" })).toEqual(["BAD_REQUEST", "INPUT_INVALID", {}]);
});
test("half a character, which jsonb cannot hold, is the sender's too; other texts that are no JSON are a fault of ours", async () => {
  const refusedJson = (detail: string | undefined) =>
    createCallerFactory(
      router({
        store: publicProcedure.mutation(() => {
          throw Object.assign(new Error("invalid input syntax"), { code: "22P02", detail });
        }),
      }),
    )(context)
      .store()
      .catch((error: unknown) => (error as TRPCError).code);
  expect(await refusedJson("Unicode low surrogate must follow a high surrogate.")).toBe("BAD_REQUEST");
  expect(await refusedJson(undefined)).toBe("INTERNAL_SERVER_ERROR");
});
test("what is wrong as a whole names no field, and a field is named", async () => {
  expect(await failure({ name: "a", more: 1 })).toEqual(["BAD_REQUEST", "INPUT_INVALID", {}]);
  expect(await failure({ name: 1 })).toEqual(["BAD_REQUEST", "INPUT_INVALID", { field: "name" }]);
});
