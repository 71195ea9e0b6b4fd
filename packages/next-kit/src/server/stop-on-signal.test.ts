import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { pino } from "pino";
import { afterEach, expect, test } from "vitest";
import { stopOnSignal } from "./stop-on-signal";

afterEach(() => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.removeAllListeners(signal);
});

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
});

test("a page that is open while a developer changes a service does not hold the server", async () => {
  const server = createServer();
  server.on("upgrade", (_, socket) => socket.write("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const exited = new Promise<number>((resolve) =>
    stopOnSignal(server, { log: pino({ level: "silent" }), close: async () => {}, exit: resolve }),
  );
  const page = connect((server.address() as AddressInfo).port, "127.0.0.1");
  page.on("error", () => {});
  page.write("GET /_next/hmr HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  await once(page, "data");

  process.emit("SIGTERM");
  expect(await exited).toBe(0);
});
