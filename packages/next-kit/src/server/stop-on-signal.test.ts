import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { expect, test } from "vitest";
import { stopOnSignal } from "./stop-on-signal";

test("a server told to stop finishes the request in hand, takes no other, then ends", async () => {
  let finish = () => {};
  const server = createServer((_, response) => {
    finish = () => response.end("done");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const before = process.listenerCount("SIGTERM");
  const exited = new Promise<number>((resolve) =>
    stopOnSignal(server, { log: pino({ level: "silent" }), close: async () => {}, exit: resolve }),
  );
  const inHand = fetch(address);
  await expect.poll(() => finish.toString()).toContain("done");

  process.emit("SIGTERM");
  process.emit("SIGTERM");
  await expect(fetch(address)).rejects.toThrow();
  finish();
  expect(await (await inHand).text()).toBe("done");
  expect(await exited).toBe(0);
  expect(process.listenerCount("SIGTERM")).toBe(before + 1);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.removeAllListeners(signal);
});
