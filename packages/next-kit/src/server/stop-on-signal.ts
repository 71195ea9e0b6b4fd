import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";

/** Longer than any request should take, shorter than what supervisors wait before they kill. */
const PATIENCE_MS = 8000;

/** On SIGTERM or SIGINT: takes no new connection, lets requests in hand finish, then ends the process. */
export function stopOnSignal(
  server: Server,
  parts: { log: Logger; close: () => Promise<unknown>; exit?: (code: number) => void },
): void {
  const { log, close, exit = process.exit } = parts;
  let stopping = false;
  // a page that is open in development holds a web socket, which no `close...Connections` of the server knows
  const upgraded = new Set<Duplex>();
  server.on("upgrade", (_, socket) => {
    // Next listens from its first page on; without it nobody would answer
    if (server.listenerCount("upgrade") === 1) return void socket.destroy();
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
  });
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "stopping");
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // idle keep-alive connections would hold the server open for as long as their clients like
    server.on("request", (_, response) => response.setHeader("connection", "close"));
    server.closeIdleConnections();
    for (const socket of upgraded) socket.destroy();
    const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    await closed;
    clearTimeout(late);
    await close().catch((error: unknown) => log.error({ err: error }, "fault"));
    log.info("stopped");
    exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
}
