import { format, stripVTControlCharacters } from "node:util";
import type { Logger } from "pino";
import { requestStorage } from "../request-scope";

/** What Next and others print becomes lines of the log too, with the id of the request that it is about. */
export function structuredConsole(
  log: Logger,
  target: Pick<Console, "log" | "info" | "warn" | "error"> = console,
): void {
  const levels = { log: "info", info: "info", warn: "warn", error: "error" } as const;
  for (const [method, level] of Object.entries(levels)) {
    target[method as keyof typeof levels] = (...said: unknown[]) => {
      // for a terminal they colour what they say
      const text = stripVTControlCharacters(format(...said));
      if (text.trim()) log[level]({ id: requestStorage.getStore()?.id, text }, "console");
    };
  }
}
