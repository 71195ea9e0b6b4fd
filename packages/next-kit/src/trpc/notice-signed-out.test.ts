import { createTRPCClient, TRPCClientError, type TRPCLink } from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { observable } from "@trpc/server/observable";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { signedOutEvent } from "../leaving";
import { noticeSignedOut } from "./notice-signed-out";

const heard = vi.fn<(event: Event) => void>();
beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
  window.addEventListener(signedOutEvent, heard);
});
afterEach(() => {
  vi.unstubAllGlobals();
  heard.mockReset();
});

const answering =
  (code: string): TRPCLink<AnyRouter> =>
  () =>
  () =>
    observable((observer) => {
      const shape = { code: -32_000, message: code, data: { code } };
      observer.error(TRPCClientError.from({ error: shape }));
    });
const call = (code: string) => {
  const client = createTRPCClient<AnyRouter>({ links: [noticeSignedOut(), answering(code)] }) as unknown as {
    practice: { submitAnswer: { mutate: (input: object) => Promise<unknown> } };
  };
  return client.practice.submitAnswer.mutate({});
};

test("a learner whose session was ended elsewhere is told by the call that found out, and the call still fails", async () => {
  await expect(call("SIGN_IN_REQUIRED")).rejects.toThrow("SIGN_IN_REQUIRED");
  expect(heard).toHaveBeenCalledTimes(1);
});
test("a learner who may not do something is still signed in", async () => {
  await expect(call("PERMISSION_DENIED")).rejects.toThrow("PERMISSION_DENIED");
  expect(heard).not.toHaveBeenCalled();
});
