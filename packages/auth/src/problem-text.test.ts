import { expect, test } from "vitest";
import { problemText, readProblemText } from "./problem-text";

test("a code and its parameters survive the one string that next-auth carries", () => {
  expect(readProblemText(problemText("TOO_MANY_REQUESTS", { seconds: 30, why: "a&b=c?" }))).toEqual({
    code: "TOO_MANY_REQUESTS",
    params: { seconds: "30", why: "a&b=c?" },
  });
  expect(readProblemText(problemText("CREDENTIALS_WRONG"))).toEqual({ code: "CREDENTIALS_WRONG", params: {} });
});
