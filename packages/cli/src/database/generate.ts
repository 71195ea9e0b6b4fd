import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { checkout } from "../checkout";
import { toolEnvironment } from "../environment";
import { run } from "../processes/run";

const home = join(checkout, "prisma");
const marker = join(home, "src/generated/.schema-digest");

function schemaDigest(): string {
  const hash = createHash("sha256");
  const files = readdirSync(join(home, "schema")).toSorted();
  for (const file of files) hash.update(file).update(readFileSync(join(home, "schema", file)));
  const { version } = createRequire(join(home, "package.json"))("prisma/package.json") as { version: string };
  return hash.update(version).digest("hex");
}

/** The Prisma client of the schema as it is now; made again only when that changed. */
export async function generateClient(signal?: AbortSignal): Promise<"generated" | "unchanged"> {
  const digest = schemaDigest();
  if (existsSync(marker) && readFileSync(marker, "utf8") === digest) return "unchanged";
  await prisma(["generate"], { signal });
  writeFileSync(marker, digest); // last: a run cut short is made again
  return "generated";
}

/** Runs a command of Prisma; throws with what it said when it fails. */
export async function prisma(args: string[], { ownerUrl, signal }: { ownerUrl?: string; signal?: AbortSignal }) {
  const env = { ...toolEnvironment(), ...(ownerUrl && { DATABASE_OWNER_URL: ownerUrl }) };
  const command = join(home, "node_modules/.bin/prisma");
  const all = [...args, "--config", join(home, "prisma.config.ts")];
  const { code, stdout, stderr } = await run(command, all, { cwd: checkout, env, signal });
  if (code !== 0) throw new Error(`prisma ${args.join(" ")} failed:\n${stdout}\n${stderr}`.trim());
  return stdout;
}
