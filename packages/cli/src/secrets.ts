import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dataFolder } from "./checkout";
import { Trouble } from "./terminal/trouble";

/** Generated on this machine at its first start, never the same on two, never committed. */
const names = ["postgresOwnerPassword", "postgresAppPassword", "nextauthSecret", "demoPassword"] as const;

// the demo password is typed by people who look around, the others by nobody
const bytes = { postgresOwnerPassword: 32, postgresAppPassword: 32, nextauthSecret: 32, demoPassword: 9 };
export type Secrets = Record<(typeof names)[number], string>;

export const secretsFile = join(dataFolder, "secrets.json");

export function readSecrets(path = secretsFile): Secrets {
  const known = read(path);
  if (known && names.every((name) => known[name])) {
    if (statSync(path).mode & 0o077) chmodSync(path, 0o600);
    return known as Secrets;
  }
  // a file of an older version keeps what it has: the database knows those passwords
  const secrets = Object.fromEntries(
    names.map((name) => [name, known?.[name] ?? randomBytes(bytes[name]).toString("base64url")]),
  ) as Secrets;
  return write(path, secrets, known !== null);
}

function read(path: string): Partial<Secrets> | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Trouble(`${path} cannot be read: ${(error as Error).message}`, "It must belong to you; see its owner.");
  }
  try {
    return JSON.parse(text) as Partial<Secrets>;
  } catch {
    throw new Trouble(
      `${path} is not JSON.`,
      "Mend it, or remove it: new secrets are made and everybody signs in anew.",
    );
  }
}

function write(path: string, secrets: Secrets, replaces: boolean): Secrets {
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    // of two first starts at once, one links its file and the other finds it there: both know the same secrets
    if (replaces) renameSync(unfinished, path);
    else linkSync(unfinished, path);
    return secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return readSecrets(path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
