/**
 * Who may import whom, as data (a DAG; type-only imports count). A plain name allows every door of that package, a name
 * with a path only that door, `types of` only `import type`. Any package may use `config`.
 */
export const directions: Record<string, readonly string[]> = {
  web: ["next-kit", "api/client", "player", "ui", "i18n", "access", "kernel"],
  admin: ["next-kit", "api/client", "player", "ui", "i18n", "access", "kernel"],
  "next-kit": ["api", "auth", "i18n", "ui", "access", "kernel"],
  api: ["services", "auth", "access", "kernel"],
  services: ["prisma", "content", "grading", "scheduling", "measurement", "labs", "i18n", "access", "kernel"],
  auth: ["prisma", "access", "kernel"],
  cli: ["services", "auth", "content", "prisma", "measurement"],
  content: ["grading", "labs", "kernel"],
  player: ["ui", "i18n", "kernel", "labs", "types of grading"],
  grading: ["kernel"],
  scheduling: ["kernel"],
  measurement: ["kernel"],
  labs: ["kernel"],
  access: ["kernel"],
  i18n: ["kernel"],
  kernel: [],
  prisma: [],
  ui: [],
  config: [],
  e2e: ["prisma/testing", "auth/testing", "i18n"],
};

/** Time and chance are parameters of these. */
export const purePackages = ["kernel", "access", "grading", "scheduling", "measurement", "labs"];
/** The only file of a pure package that reads the clock: the door through which everybody else gets it. */
export const clockFile = "packages/kernel/src/clock.ts";

/** Outside packages that only these may import. A name that ends in a slash stands for its whole scope. */
export const keptInside: Record<string, readonly string[]> = {
  "next-auth": ["auth"],
  "@node-rs/argon2": ["auth"],
  "@prisma/": ["prisma"],
  // the journeys look into the database as its owner, and the bare server that speed is held against is pg alone
  pg: ["prisma", "cli", "e2e"],
  "ts-fsrs": ["scheduling"],
  nodemailer: ["services"],
};

/** What opens the database; the other exports of `prisma` are types and what migration and tests need. */
export const databaseHandles = ["db", "pool", "inTransaction"];
export const databaseUsers = ["prisma", "services", "auth"];

export const fileSuffixes = ["test", "int.test", "spec", "repo", "dto", "schema", "config", "d"];
/** Names that say nothing. Folders may be called `types` (grading keeps one per question type). */
export const emptyNames = ["utils", "util", "helpers", "helper", "common", "shared", "lib", "misc", "types"];
export const emptyFolderNames = emptyNames.filter((name) => name !== "types");

export const maxLines = 400;
export const maxReadmeLines = 60;
/** Data, not code: as long as the course is. */
export const mayBeLong = [
  /^pnpm-lock\.yaml$/,
  /\/generated\//,
  /\/migrations\//,
  /^packages\/content\/(topics|paths)\//,
  /^packages\/content\/[a-z]+\.yaml$/,
];

/** Variables of the environment that a person may set; each is named in the root README. */
export const maxSettings = 15;
/** Node's, Next's and the shell's own: read or passed on, not settings of ours. */
export const foreignVariables = [
  "CI",
  "NEXTAUTH_URL",
  "NEXT_TELEMETRY_DISABLED",
  "NODE_ENV",
  "PATH",
  "WATCH_REPORT_DEPENDENCIES",
];

export const topLevel = [
  "README.md",
  "apps",
  "e2e",
  "package.json",
  "packages",
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "prisma",
  "turbo.json",
];
