import { join } from "node:path";
import { buildApps, isBuilt } from "../build/apps";
import { checkout, dataFolder } from "../checkout";
import { generateClient } from "../database/generate";
import { prepareDatabase } from "../database/prepare";
import { toolEnvironment } from "../environment";
import { holdInstance } from "../processes/instance";
import { noteProcesses, stopLeftovers } from "../processes/leftovers";
import { assertPortsFree } from "../processes/port-holder";
import { Supervisor } from "../processes/supervisor";
import { readSecrets } from "../secrets";
import { Progress } from "../terminal/progress";
import { inSession } from "../terminal/session";
import { addressesFrom, localUrl } from "./addresses";
import { openProductDatabase } from "./database";
import { mailPlace } from "./mail";
import { productProcesses } from "./processes";
import { untilHealthy } from "./readiness";
import { isForTerminal } from "./terminal-line";
import { welcome } from "./welcome";

export interface StartOptions {
  mode: "production" | "development";
  /** Demo accounts and classes; they are not wanted where real people learn. */
  demo: boolean;
}

/** From a checkout to a served product; returns only by being interrupted. */
export function start({ mode, demo }: StartOptions): Promise<never> {
  return inSession(async (session) => {
    const { signal } = session;
    const progress = new Progress();
    const { say } = progress;
    const addresses = addressesFrom(process.env);
    const { host, webPort, adminPort } = addresses;

    const instance = await holdInstance("product", mode === "production" ? "npm start" : "npm run dev");
    session.defer(instance.release);
    say(`Tidao in ${checkout}, Node ${process.version}`);
    const secrets = readSecrets();
    const noted = join(dataFolder, "processes.json");
    const left = await stopLeftovers(noted);
    if (left > 0) say(`stopped ${left} processes that an earlier run had left`);
    const ports = [
      { port: webPort, variable: "WEB_PORT" },
      { port: adminPort, variable: "ADMIN_PORT" },
    ];
    await assertPortsFree(ports, host);

    const { connection, own } = await openProductDatabase(secrets, session, say);
    if ((await generateClient(signal)) === "generated") say("database client generated");
    const nextauthSecret = process.env["NEXTAUTH_SECRET"] || secrets.nextauthSecret;
    const demoAccounts = demo
      ? { demoPassword: secrets.demoPassword, demoHistorySecret: nextauthSecret }
      : { demoPassword: null };
    const prepare = () => prepareDatabase({ connection, appPassword: own?.appPassword, ...demoAccounts, say, signal });
    const signIns = await progress.during("preparing the database", prepare);
    if (mode === "production") {
      if (isBuilt(".next")) say("build up to date");
      else await progress.during("building both apps (about a minute on two cores)", () => buildApps(".next", signal));
    }

    // a first start takes minutes: another product that took a port meanwhile would answer in our place, and be called ready
    await assertPortsFree(ports, host);
    const supervisor = new Supervisor({
      logFolder: join(dataFolder, "logs"),
      onLine: (name, line) => {
        if (isForTerminal(line)) process.stdout.write(`[${name}] ${line}\n`);
      },
      onChange: (running) => noteProcesses(noted, running),
    });
    session.defer(() => {
      say("stopping ...");
      return supervisor.stop(session.hurry);
    });
    const settings = { mode, buildFolder: ".next", databaseUrl: connection.appUrl, nextauthSecret } as const;
    for (const child of productProcesses({ ...settings, ...addresses, base: toolEnvironment() }))
      supervisor.start(child);
    say("starting web, admin and worker ...");
    const apps = [
      { name: "web", port: webPort },
      { name: "admin", port: adminPort },
    ];
    await untilHealthy(apps, { failuresOf: (name) => supervisor.failuresOf(name), signal });

    const [webUrl, adminUrl] = [localUrl(webPort), localUrl(adminPort)];
    instance.announce(`${webUrl} and ${adminUrl}`);
    say("ready");
    process.stdout.write(`${welcome({ webUrl, adminUrl, mail: mailPlace(process.env), signIns })}\n`);
    return session.untilInterrupted();
  });
}
