import { systemClock } from "@tidao/kernel";
import { closeDatabase } from "@tidao/prisma";
import { startWorker } from "./jobs";
import { startMailRound } from "./mail/start-mail-round";

/** A process of its own beside the two apps; says what it does as one JSON line a job. */
const say = (fields: object) => process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), name: "worker", ...fields })}\n`);

const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is not set");
const worker = await startWorker(url, systemClock, ({ error, ...event }) =>
  say({ level: event.outcome === "failed" ? "error" : "info", ...event, ...(error instanceof Error && { error: error.message }) }),
);
const mail = startMailRound(systemClock, (event) => say({ msg: "mail", level: event.outcome === "sent" ? "info" : "error", ...event }));
say({ level: "info", msg: "ready", mail: mail.where });

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void Promise.all([worker.stop(), mail.stop()])
      .then(closeDatabase)
      .finally(() => process.exit(0));
  });
