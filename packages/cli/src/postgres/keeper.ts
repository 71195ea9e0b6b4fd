import type { Say } from "../terminal/progress";
import type { PostgresServer } from "./server";

const EVERY_MS = 1000;

/** Starts the server again whenever it dies; returns how to leave that off. The apps reconnect by themselves. */
export function keepRunning(server: PostgresServer, say: Say): () => Promise<void> {
  let busy: Promise<void> | null = null;
  let failures = 0;
  let next = 0;
  const startAgain = async () => {
    say("PostgreSQL ended; starting it again ...");
    try {
      await server.startAgain();
      failures = 0;
      say("PostgreSQL runs again");
    } catch (error) {
      next = performance.now() + Math.min(30, 2 ** failures++) * 1000;
      say(`PostgreSQL did not start: ${(error as Error).message}`);
    }
    busy = null;
  };
  const timer = setInterval(() => {
    if (!busy && server.pid() === null && performance.now() >= next) busy = startAgain();
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await busy; // a server that is just starting could not be found and stopped
  };
}
