import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, it } from "vitest";
import { assertPortsFree, findPortHolder, listeningInodes, portTakenMessage } from "./port-holder";

it("a taken port is named with its holder and with what to do", () => {
  const use = { port: 3000, variable: "WEB_PORT", pid: 4711, command: "node server.js" };
  expect(portTakenMessage(use)).toEqual([
    "Port 3000 is taken by process 4711 (node server.js).",
    "Stop it (kill 4711), or choose another port: WEB_PORT=3100 npm start",
  ]);
});

it("a port taken by a process that cannot be seen is named without it", () => {
  const use = { port: 3001, variable: "ADMIN_PORT", pid: null, command: null };
  expect(portTakenMessage(use)).toEqual([
    "Port 3001 is taken by another program.",
    "Stop it, or choose another port: ADMIN_PORT=3101 npm start",
  ]);
});

it("only sockets that listen count, not connections to the same port", () => {
  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1 0
   1: 0100007F:0BB8 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 222 1 0
   2: 0100007F:0BB9 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 333 1 0`;
  expect(listeningInodes(table, 3000)).toEqual(["111"]);
});

it.runIf(process.platform === "linux")("this very process is found behind the port that it listens on", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  expect(findPortHolder(port)).toBe(process.pid);
  await expect(assertPortsFree([{ port, variable: "WEB_PORT" }], "127.0.0.1")).rejects.toThrow(
    new RegExp(`Port ${port} is taken by process ${process.pid} `),
  );
  server.close();
});

it("a program that listens only on ::1 takes the port too, for browsers would find it first", async (context) => {
  const server = createServer().listen(0, "::1");
  const listens = await Promise.race([
    once(server, "listening").then(() => true),
    once(server, "error").then(() => false),
  ]);
  if (!listens) return context.skip("no IPv6 here");
  const { port } = server.address() as AddressInfo;
  await expect(assertPortsFree([{ port, variable: "WEB_PORT" }], "127.0.0.1")).rejects.toThrow(/is taken/);
  server.close();
});
