import { delimiter, join } from "node:path";
import { checkout } from "./checkout";

const isOurs = (name: string) =>
  name.startsWith("npm_") || ["INIT_CWD", "DATABASE_OWNER_URL", "NODE_ENV"].includes(name);

/** What every tool gets: the person's environment, our binaries first, no telemetry, Prisma's engine from npm. */
export function toolEnvironment(env: NodeJS.ProcessEnv = process.env, root = checkout): NodeJS.ProcessEnv {
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !isOurs(name)));
  return {
    ...kept,
    // pnpm, npx and their shells may stand in PATH already; the Node that the project brings must come first
    PATH: [join(root, "node_modules/.bin"), env["PATH"]].filter(Boolean).join(delimiter),
    TURBO_TELEMETRY_DISABLED: "1",
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    PRISMA_SCHEMA_ENGINE_BINARY: join(root, "prisma/schema-engine.mjs"),
  };
}
