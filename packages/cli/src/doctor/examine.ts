import { spawnSync } from "node:child_process";
import { existsSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { checkout, dataFolder } from "../checkout";
import { givenConnection, withoutPassword } from "../database/connection";
import { pendingMigrations } from "../database/migrate";
import { OWNER, urlOf } from "../postgres/accounts";
import { installedBinaries } from "../postgres/binaries";
import { folderElsewhere } from "../postgres/layout";
import { runningPostmaster } from "../postgres/pid-file";
import { probeWay } from "../postgres/probe";
import { chooseWay } from "../postgres/way";
import { isInstanceHeld } from "../processes/instance";
import { findPortHolder, isPortFree } from "../processes/port-holder";
import { commandLine } from "../processes/proc";
import { addressesFrom } from "../product/addresses";
import { readSecrets, secretsFile } from "../secrets";
import { findChromium, hasChineseFont } from "../testing/browser";
import type { Facts } from "./findings";

const data = join(dataFolder, "postgres");

/** Looks at the machine and changes nothing on it. */
export async function examine(env: NodeJS.ProcessEnv): Promise<Facts> {
  const { bavail, bsize } = statfsSync(checkout);
  const npm = spawnSync("npm", ["--version"], { encoding: "utf8" });
  return {
    nodeVersion: process.version,
    npmVersion: npm.status === 0 ? npm.stdout.trim() : null,
    freeBytes: bavail * bsize,
    ports: await examinePorts(env),
    isProductRunning: await isInstanceHeld("product"),
    postgres: examinePostgres(env),
    database: await examineDatabase(env),
    secretsMode: existsSync(secretsFile) ? statSync(secretsFile).mode : null,
    chromium: findChromium(env),
    hasChineseFont: await hasChineseFont(),
  };
}

function examinePorts(env: NodeJS.ProcessEnv): Promise<Facts["ports"]> {
  const { host, webPort, adminPort } = addressesFrom(env);
  const ports = [
    { port: webPort, variable: "WEB_PORT" },
    { port: adminPort, variable: "ADMIN_PORT" },
  ];
  return Promise.all(
    ports.map(async ({ port, variable }) => {
      if (await isPortFree(port, host)) return { port, variable, taken: false, holder: null };
      const pid = findPortHolder(port);
      return { port, variable, taken: true, holder: pid ? `process ${pid} (${commandLine(pid)})` : null };
    }),
  );
}

/** An address that is none is what a doctor is asked about, no reason to end. */
function readGiven(env: NodeJS.ProcessEnv): { given: ReturnType<typeof givenConnection>; fault: string | null } {
  try {
    return { given: givenConnection(env), fault: null };
  } catch (error) {
    return { given: null, fault: (error as Error).message.split("\n")[0] ?? "" };
  }
}

function examinePostgres(env: NodeJS.ProcessEnv): Facts["postgres"] {
  const { given, fault } = readGiven(env);
  if (fault) return { kind: "given", address: "which is not readable" };
  if (given) return { kind: "given", address: withoutPassword(given.ownerUrl) };
  try {
    const facts = probeWay(installedBinaries().folder, data, env["TIDAO_POSTGRES_WAY"]);
    return { kind: "own", way: chooseWay(facts), namespaces: facts.isRoot ? facts.namespaceReaches : null };
  } catch (error) {
    return { kind: "impossible", reason: (error as Error).message.split("\n")[0] ?? "" };
  }
}

async function examineDatabase(env: NodeJS.ProcessEnv): Promise<Facts["database"]> {
  const { given, fault } = readGiven(env);
  if (fault) return { kind: "unreachable", reason: fault };
  const url = given?.ownerUrl ?? ownUrl();
  if (!url) return { kind: dataPlaces().some((place) => existsSync(place)) ? "stopped" : "not created" };
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    );
    return { kind: "reached", version: rows[0]?.version ?? 0, pending: await pendingMigrations(client) };
  } catch (error) {
    return { kind: "unreachable", reason: (error as Error).message };
  } finally {
    await client.end().catch(() => {});
  }
}

const dataPlaces = () => (process.getuid?.() === 0 ? [data, join(folderElsewhere(data), "postgres")] : [data]);

/** Of our own server, if it runs: a doctor does not start it. */
function ownUrl(): string | null {
  const postmaster = dataPlaces().map(runningPostmaster).find(Boolean);
  if (!postmaster || !existsSync(secretsFile)) return null;
  return urlOf({ host: "127.0.0.1", port: postmaster.port }, OWNER, readSecrets().postgresOwnerPassword, "tidao");
}
