import { randomBytes, randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dataFolder } from "../checkout";
import { prepareDatabase } from "../database/prepare";
import { noteProcesses, type Process } from "../processes/leftovers";
import { firstFreePort } from "../processes/port";
import { Supervisor } from "../processes/supervisor";
import { localUrl } from "../product/addresses";
import { productProcesses } from "../product/processes";
import { untilHealthy } from "../product/readiness";
import type { StageContext } from "./stage";
import { reportFolder } from "./tool";

/** Who runs now, as JSON: [{ name: "web" | "admin" | "worker", pid }]. Fault runs read it to know whom to kill. */
export const notedTestProcesses = join(dataFolder, "test-processes.json");

/**
 * The product for tests: a database of its own, free ports, the build of this run. What dies is started again, as it is
 * by `npm start`. Returns the variables by which a test finds all that.
 */
export async function serveForTests(name: string, context: Pick<StageContext, "session" | "say" | "env" | "server">) {
  const { session, say, env } = context;
  const server = await context.server();
  const connection = server.database(name);
  const demoPassword = randomBytes(12).toString("base64url");
  await prepareDatabase({ connection, demoPassword, say, signal: session.signal });
  // far from 3000 and by chance, so that two runs at once do not reach for the same
  const webPort = await firstFreePort(randomInt(20_000, 30_000));
  const adminPort = await firstFreePort(webPort + 1);
  const nextauthSecret = randomBytes(32).toString("base64url");
  // never a server of the machine's own settings: what a test sends reaches nobody
  const mailFolder = pathToFileURL(mkdtempSync(join(tmpdir(), "tidao-mail-")));
  session.defer(() => rmSync(mailFolder, { recursive: true, force: true }));
  const supervisor = new Supervisor({
    logFolder: join(reportFolder, "logs"),
    onLine: () => {}, // the logs have it; between the tests' own lines it would only be noise
    onChange: (running: Process[]) => noteProcesses(notedTestProcesses, running),
  });
  session.defer(() => supervisor.stop(session.hurry));
  const children = productProcesses({
    mode: "production",
    buildFolder: ".next-test",
    databaseUrl: connection.appUrl,
    nextauthSecret,
    host: "127.0.0.1",
    webPort,
    adminPort,
    base: { ...env, SMTP_URL: mailFolder.href },
  });
  for (const child of children) supervisor.start(child);
  const apps = [
    { name: "web", port: webPort },
    { name: "admin", port: adminPort },
  ];
  await untilHealthy(apps, { failuresOf: (app) => supervisor.failuresOf(app), signal: session.signal });
  return {
    WEB_URL: localUrl(webPort),
    ADMIN_URL: localUrl(adminPort),
    SMTP_URL: mailFolder.href,
    DATABASE_URL: connection.appUrl,
    DATABASE_OWNER_URL: connection.ownerUrl,
    NEXTAUTH_SECRET: nextauthSecret,
    TIDAO_DEMO_PASSWORD: demoPassword,
    TIDAO_PROCESS_FILE: notedTestProcesses,
    // of our own server only: one that was given is not ours to kill or to measure
    ...(server.own && { TIDAO_POSTGRES_DATA: server.own.data }),
  };
}
