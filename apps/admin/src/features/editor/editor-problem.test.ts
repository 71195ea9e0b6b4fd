import { messages } from "@tidao/i18n";
import { locales } from "@tidao/kernel";
import { describe, expect, test } from "vitest";
import { editorProblem, isPassing } from "./editor-problem";

const failure = (code: string, params = {}, offline = false) =>
  ({ code, params, offline }) as Parameters<typeof editorProblem>[0];

describe.each(locales)("an editor in %s", (locale) => {
  const { state } = messages[locale].admin.editor;
  const said = (...given: Parameters<typeof failure>) => editorProblem(failure(...given), state, locale);

  test("whose session ended is told that the text is kept and where to sign in", () => {
    expect(said("SIGN_IN_REQUIRED")).toEqual({ text: state.signedOut, signedOut: true });
  });
  test("with too much text is told so, not to mend a field that nobody marked", () => {
    expect(said("INPUT_INVALID", { field: "spec" })).toEqual({ text: state.tooLong, signedOut: false });
    expect(said("INPUT_INVALID", { field: "note" }).text).not.toBe(state.tooLong);
  });
  test("without a connection is told that the text is kept", () => {
    expect(said("UNEXPECTED", {}, true).text).toBe(state.offline);
  });
});

test("what passes by itself is asked for again, what somebody has to mend is not", () => {
  expect([failure("UNEXPECTED", {}, true), failure("DATABASE_UNAVAILABLE")].map(isPassing)).toEqual([true, true]);
  expect([failure("SIGN_IN_REQUIRED"), failure("INPUT_INVALID"), failure("FORBIDDEN")].map(isPassing)).toEqual([
    false,
    false,
    false,
  ]);
});
