import { expect, it } from "vitest";
import { isForTerminal } from "./terminal-line";

it("a request that went well stays in the log, everything else is shown", () => {
  expect(isForTerminal('{"level":"info","path":"/","status":200,"msg":"request"}')).toBe(false);
  expect(isForTerminal('{"level":"error","path":"/","status":500,"msg":"request"}')).toBe(true);
  expect(isForTerminal('{"level":"info","msg":"listening"}')).toBe(true);
  expect(isForTerminal("{ not json")).toBe(true);
  expect(isForTerminal("Error: something broke")).toBe(true);
});
