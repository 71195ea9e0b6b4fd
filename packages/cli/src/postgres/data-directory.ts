import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { OWNER } from "./accounts";
import type { Layout } from "./layout";
import { runTool, saidBy } from "./tools";

export const isInitialised = (layout: Layout) => existsSync(join(layout.data, "PG_VERSION"));

// `--locale=C` would blind pg_trgm and full text search to Chinese: C.UTF-8 keeps byte order and knows letters.
const LOCALE = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"];

export interface Initialisation {
  ownerPassword: string;
  disposable?: boolean;
  signal?: AbortSignal | undefined;
}

/** Makes a data directory whole or not at all: it is made beside its place and takes it when it is complete. */
export async function initialise(layout: Layout, { ownerPassword, disposable, signal }: Initialisation) {
  const parent = dirname(layout.data);
  const prefix = `${basename(layout.data)}.new-`;
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  for (const name of readdirSync(parent)) {
    if (name.startsWith(prefix)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const fresh = join(parent, `${prefix}${process.pid}`);
  const passwordFile = `${fresh}.password`;
  try {
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(passwordFile, ownerPassword, { mode: 0o600 });
    layout.own(fresh);
    layout.own(passwordFile);
    const sync = disposable ? ["--no-sync"] : [];
    const access = ["-U", OWNER, "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    const outcome = await runTool(layout, "initdb", ["-D", fresh, ...access, ...LOCALE, ...sync], { signal });
    if (outcome.code !== 0) throw new Error(`initdb failed:\n${saidBy(outcome)}`);
    rmSync(layout.data, { recursive: true, force: true }); // only ever an empty or a broken folder, see isInitialised
    renameSync(fresh, layout.data);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}
