import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkout, dataFolder } from "../checkout";
import { toolEnvironment } from "../environment";
import { run } from "../processes/run";
import { Trouble } from "../terminal/trouble";
import { sourceDigest } from "./digest";

export const apps = ["web", "admin"] as const;

/** Tests build into a folder of their own: the product may be running from the other one. */
export type BuildFolder = ".next" | ".next-test";

const markersIn = (folder: BuildFolder) => apps.map((app) => join(checkout, "apps", app, folder, "tidao-sources"));

export function isBuilt(folder: BuildFolder, digest = sourceDigest()): boolean {
  return markersIn(folder).every((marker) => existsSync(marker) && readFileSync(marker, "utf8") === digest);
}

/** Builds both apps, unless this folder holds the build of these very sources. */
export async function buildApps(folder: BuildFolder, signal?: AbortSignal): Promise<"built" | "unchanged"> {
  const digest = sourceDigest();
  if (isBuilt(folder, digest)) return "unchanged";
  for (const marker of markersIn(folder)) rmSync(marker, { force: true });
  const env = {
    ...toolEnvironment(),
    NODE_ENV: "production",
    TIDAO_BUILD_FOLDER: folder,
    // a build opens no database; one that tries fails here and not on somebody's data
    DATABASE_URL: "postgres://build@127.0.0.1:1/none",
  };
  // the apps and what they are made of, but only this task: whether types fit is for `npm test` to say
  const filters = apps.map((app) => `--filter=@tidao/${app}...`);
  // turbo orders the work; whether there is any is known by the digest, so its cache would only fill the disk
  const args = ["run", "build", ...filters, "--only", "--env-mode=loose", "--cache=local:,remote:", "--no-color"];
  const log = join(dataFolder, "logs/build.log");
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, "");
  const outcome = await run(join(checkout, "node_modules/.bin/turbo"), args, {
    cwd: checkout,
    env,
    signal,
    onLine: (line) => appendFileSync(log, `${line}\n`),
  });
  if (outcome.code !== 0) {
    const tail = readFileSync(log, "utf8").trimEnd().split("\n").slice(-40).join("\n");
    throw new Trouble(`The apps could not be built.\n${tail}`, `All that was said is in ${log}.`);
  }
  // last, so that a build cut short is made again; and of the sources as they were when it began
  for (const marker of markersIn(folder)) writeFileSync(marker, digest);
  return "built";
}
