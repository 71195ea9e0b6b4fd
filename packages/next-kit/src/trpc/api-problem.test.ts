import { expect, test } from "vitest";
import { apiProblem } from "./api-problem";

test("a failure that the server knows keeps its code and parameters", () => {
  const error = Object.assign(new Error("x"), {
    data: { code: "ATTEMPTS_USED_UP", params: { attempts: 2 }, requestId: "r" },
  });
  expect(apiProblem(error)).toEqual({ code: "ATTEMPTS_USED_UP", params: { attempts: 2 }, offline: false });
});
test("a fault carries the number that the log has", () => {
  const error = Object.assign(new Error("x"), { data: { code: "UNEXPECTED", params: {}, requestId: "r1" } });
  expect(apiProblem(error)).toEqual({ code: "UNEXPECTED", params: { id: "r1" }, offline: false });
});
test.each([new TypeError("Failed to fetch"), null, undefined, "odd"])(
  "anything else (%s) is a lost connection",
  (error) => {
    expect(apiProblem(error)).toMatchObject({ offline: true });
  },
);
