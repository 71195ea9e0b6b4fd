import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { firstFreePort } from "../processes/port";
import { isAlive } from "../processes/proc";
import { Trouble } from "../terminal/trouble";
import { OWNER, urlOf } from "./accounts";
import { type Binaries, installedBinaries } from "./binaries";
import { clusterName } from "./cluster";
import { initialise, isInitialised } from "./data-directory";
import { adoptData, type Layout, layOut } from "./layout";
import { askServer, resetOwnerPassword } from "./login";
import { clearStalePidFile, runningPostmaster } from "./pid-file";
import { probeWay } from "./probe";
import { runTool, saidBy } from "./tools";
import { chooseWay, type Way } from "./way";

export interface ServerOptions {
  data: string;
  ownerPassword: string;
  firstPort?: number;
  /** For tests: fast, and made anew when a crash of the machine broke it. */
  disposable?: boolean;
  /** TIDAO_POSTGRES_WAY; see way.ts */
  forcedWay?: string | undefined;
  /** Where the way `copy` keeps its folder. */
  bases?: string[];
  binaries?: Binaries;
  signal?: AbortSignal | undefined;
}

export interface PostgresServer {
  way: Way;
  port: number;
  data: string;
  version: string;
  /** Of the postmaster now; null when it is down. */
  pid: () => number | null;
  /** running: it ran already; started: on data that was there; created: on new data. */
  origin: "running" | "started" | "created";
  urlOf: (database: string) => string;
  stop: () => Promise<void>;
  /** After it died: on the same data and the same port. */
  startAgain: () => Promise<void>;
}

/** PostgreSQL on this data directory: found running, or started, or created first. */
export async function startServer(options: ServerOptions): Promise<PostgresServer> {
  const { data, ownerPassword, bases } = options;
  const binaries = options.binaries ?? installedBinaries();
  const way = chooseWay(probeWay(binaries.folder, data, options.forcedWay));
  const layout = await layOut(way, binaries, data, bases);

  const handle = (port: number, origin: PostgresServer["origin"]): PostgresServer => ({
    way,
    port,
    data: layout.data,
    version: binaries.version.split(".").slice(0, 2).join("."),
    pid: () => runningPostmaster(layout.data)?.pid ?? null,
    origin,
    urlOf: (database) => urlOf({ host: "127.0.0.1", port }, OWNER, ownerPassword, database),
    stop: () => stopServer(layout),
    startAgain: async () => {
      await launch(layout, { ...options, firstPort: port, signal: undefined }, 1);
    },
  });

  const running = runningPostmaster(layout.data);
  if (running && (await askServer(running.port, ownerPassword)) === "ours") return handle(running.port, "running");
  // it runs but does not answer, or not to us: perhaps it is going down, or the secrets are new
  if (running) await stopServer(layout);

  await adoptData(layout, data, bases);
  const isNew = !isInitialised(layout);
  try {
    if (isNew) await initialise(layout, options);
    return handle(await launchForUs(layout, options, isNew), isNew ? "created" : "started");
  } catch (error) {
    await stopServer(layout); // Ctrl-C while it was starting: nobody else would stop it
    throw error;
  }
}

async function launchForUs(layout: Layout, options: ServerOptions, isNew: boolean): Promise<number> {
  const { ownerPassword, disposable, signal } = options;
  let port: number;
  try {
    port = await launch(layout, options);
  } catch (error) {
    if (!disposable || isNew || signal?.aborted) throw error;
    rmSync(layout.data, { recursive: true, force: true });
    await initialise(layout, options);
    port = await launch(layout, options);
  }
  if ((await askServer(port, ownerPassword)) !== "another password") return port;
  await stopServer(layout);
  await resetOwnerPassword(layout, ownerPassword);
  return launch(layout, options);
}

// Not synchronous_commit: a test that kills the server asks what was acknowledged before.
const FAST = ["fsync=off", "full_page_writes=off"];
const MOST_PORTS_TRIED = 20;

async function launch(layout: Layout, options: ServerOptions, mostPorts = MOST_PORTS_TRIED): Promise<number> {
  const { firstPort = 5433, disposable, signal } = options;
  await clearStalePidFile(layout.data);
  const log = join(layout.data, "server.log");
  if (existsSync(log) && statSync(log).size > 20_000_000) rmSync(log);
  let from = firstPort;
  for (let tried = 0; tried < mostPorts; tried++) {
    const port = mostPorts === 1 ? from : await firstFreePort(from);
    const settings = [
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "max_connections=200",
      `cluster_name=${clusterName(layout.data)}`,
      ...(disposable ? FAST : []),
    ];
    const serverOptions = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(" ");
    const logLength = existsSync(log) ? statSync(log).size : 0;
    const args = ["-D", layout.data, "-w", "-t", "300", "-l", log, "-o", serverOptions, "start"];
    // not to be aborted: a server that has not written its pid file yet could not be found and stopped
    const outcome = await runTool(layout, "pg_ctl", args);
    signal?.throwIfAborted();
    if (outcome.code === 0) return port;
    const said = existsSync(log) ? readFileSync(log).subarray(logLength).toString() : "";
    // someone took the port between our look and our listening: two checkouts that start at once do that
    if (!/could not bind|already in use/i.test(said)) {
      throw new Trouble(
        `PostgreSQL did not start (way: ${layout.way}).\n${saidBy(outcome)}\n${said.trim().split("\n").slice(-15).join("\n")}`,
        "Run `npm run doctor`, or set DATABASE_URL to a PostgreSQL 18 of your own.",
      );
    }
    from = port + 1;
  }
  throw new Trouble(`No port from ${firstPort} to ${from} could be listened on.`);
}

/** By signal and not by pg_ctl: root may signal a server that was started in another way than today's. */
async function stopServer(layout: Layout) {
  // see "Shutting Down the Server" in PostgreSQL's manual: fast, then immediate
  for (const [signal, patience] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 5000],
    ["SIGKILL", 5000],
  ] as const) {
    const postmaster = runningPostmaster(layout.data);
    if (!postmaster) return;
    process.kill(postmaster.pid, signal);
    for (let waited = 0; waited < patience && isAlive(postmaster.pid); waited += 25) await sleep(25);
  }
}
