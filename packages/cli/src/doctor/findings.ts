/** One thing that was looked at: well, or with what is wrong and the command that mends it. */
export interface Finding {
  name: string;
  state: "ok" | "note" | "problem";
  what: string;
  mend?: string;
}

/** What was seen on the machine; gathering it is in examine.ts. */
export interface Facts {
  nodeVersion: string;
  npmVersion: string | null;
  freeBytes: number;
  ports: { port: number; variable: string; taken: boolean; holder: string | null }[];
  isProductRunning: boolean;
  postgres:
    | { kind: "given"; address: string }
    | { kind: "own"; way: string; namespaces: boolean | null }
    | { kind: "impossible"; reason: string };
  database:
    | { kind: "unreachable"; reason: string }
    | { kind: "not created" }
    | { kind: "stopped" }
    | { kind: "reached"; version: number; pending: string[] };
  secretsMode: number | null;
  chromium: string | null;
  hasChineseFont: boolean;
}

const GIGABYTE = 1e9;
const LEAST_NODE = [22, 18] as const;
const ENOUGH_BYTES = 3 * GIGABYTE;

const ok = (name: string, what: string): Finding => ({ name, state: "ok", what });
const problem = (name: string, what: string, mend: string): Finding => ({ name, state: "problem", what, mend });

/** Everything that can keep `npm start` or `npm test` from working, each with the command that mends it. */
export function findings(facts: Facts): Finding[] {
  return [
    node(facts),
    facts.npmVersion ? ok("npm", facts.npmVersion) : problem("npm", "npm is not in PATH", "apt-get install -y npm"),
    facts.freeBytes >= ENOUGH_BYTES
      ? ok("disk", `${gigabytes(facts.freeBytes)} free`)
      : problem("disk", `only ${gigabytes(facts.freeBytes)} free, 3 GB are needed`, "npm cache clean --force"),
    ...ports(facts),
    postgres(facts),
    database(facts),
    secrets(facts),
    ...browser(facts),
  ];
}

const gigabytes = (bytes: number) => `${(bytes / GIGABYTE).toFixed(1)} GB`;

function node({ nodeVersion }: Facts): Finding {
  const [major = 0, minor = 0] = nodeVersion.replace("v", "").split(".").map(Number);
  const isNewEnough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  if (isNewEnough) return ok("Node", nodeVersion);
  const what = `${nodeVersion} runs the commands; ${LEAST_NODE.join(".")} or newer is needed. The project brings its own where npm has one`;
  return problem("Node", what, "npx pnpm@12.21.0 install");
}

function ports({ ports: all, isProductRunning }: Facts): Finding[] {
  return all.map(({ port, variable, taken, holder }) => {
    const name = `port ${port}`;
    if (!taken) return ok(name, "free");
    if (isProductRunning) return ok(name, "taken by Tidao itself, which is running");
    const what = `taken by ${holder ?? "another program"}`;
    return problem(name, what, `stop that program, or: ${variable}=${port + 100} npm start`);
  });
}

function postgres({ postgres: found }: Facts): Finding {
  const name = "PostgreSQL";
  switch (found.kind) {
    case "given":
      return ok(name, `the one of DATABASE_URL: ${found.address}`);
    case "impossible":
      return problem(
        name,
        found.reason,
        "npx pnpm@12.21.0 install, or set DATABASE_URL to a PostgreSQL 18 of your own",
      );
    case "own": {
      const namespaces =
        found.namespaces === null ? "" : `, user namespaces ${found.namespaces ? "work" : "do not work"}`;
      return ok(name, `brought along, run the way "${found.way}"${namespaces}`);
    }
  }
}

function database({ database: found, postgres: { kind } }: Facts): Finding {
  const name = "database";
  switch (found.kind) {
    case "not created":
      return { name, state: "note", what: "not made yet; the first start makes it", mend: "npm start" };
    case "stopped":
      return ok(name, "made, not running now");
    case "unreachable": {
      const mend =
        kind === "given"
          ? "check DATABASE_URL, or: unset DATABASE_URL"
          : "npm start, and see .data/postgres/server.log";
      return problem(name, `cannot be reached: ${found.reason}`, mend);
    }
    case "reached":
      if (found.version < 180_000) {
        return problem(
          name,
          `PostgreSQL ${Math.floor(found.version / 10_000)}; 18 or newer is needed`,
          "unset DATABASE_URL",
        );
      }
      if (found.pending.length === 0) return ok(name, "reached, schema up to date");
      return {
        name,
        state: "note",
        what: `reached; the next start migrates it: ${found.pending.join(", ")}`,
        mend: "npm start",
      };
  }
}

function secrets({ secretsMode }: Facts): Finding {
  if (secretsMode === null)
    return { name: "secrets", state: "note", what: "not made yet; the first start makes them", mend: "npm start" };
  if ((secretsMode & 0o077) === 0) return ok("secrets", ".data/secrets.json, readable by its owner only");
  const mode = (secretsMode & 0o777).toString(8);
  return problem(
    "secrets",
    `.data/secrets.json has mode ${mode}: others on this machine can read it`,
    "chmod 600 .data/secrets.json",
  );
}

function browser({ chromium, hasChineseFont }: Facts): Finding[] {
  const install = (name: string) => `apt-get update && apt-get install -y ${name}`;
  return [
    chromium
      ? ok("Chromium", chromium)
      : problem("Chromium", "not found; the journeys of npm test need it", install("chromium-headless-shell")),
    hasChineseFont
      ? ok("Chinese font", "found")
      : problem("Chinese font", "none; the journeys would see boxes for Chinese", install("fonts-noto-cjk")),
  ];
}

const signs = { ok: "ok      ", note: "note    ", problem: "PROBLEM " };

export function report(all: Finding[]): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  const lines = all.flatMap(({ name, state, what, mend }) => [
    `${signs[state]} ${name.padEnd(width)}  ${what}`,
    ...(mend ? [`${" ".repeat(signs.ok.length + 1 + width)}  -> ${mend}`] : []),
  ]);
  const problems = all.filter(({ state }) => state === "problem").length;
  return [...lines, "", problems === 0 ? "Nothing is wrong." : `${problems} to mend.`].join("\n");
}
