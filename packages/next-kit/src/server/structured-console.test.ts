import { pino } from "pino";
import { expect, test } from "vitest";
import { type RequestScope, requestStorage } from "../request-scope";
import { structuredConsole } from "./structured-console";

test("what a library prints is a line of the log, with the request it is about and without a terminal's colours", () => {
  const lines: Record<string, unknown>[] = [];
  const said = { log: () => {}, info: () => {}, warn: () => {}, error: (..._: unknown[]) => {} };
  structuredConsole(
    pino({}, { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) }),
    said,
  );
  requestStorage.run({ id: "r1" } as RequestScope, () =>
    said.error("\u001b[31m⨯\u001b[39m %s", new Error("the roof leaks").message),
  );
  said.error("");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ id: "r1", text: "⨯ the roof leaks", msg: "console", level: 50 });
});
