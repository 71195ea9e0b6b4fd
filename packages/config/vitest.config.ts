import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const root = join(import.meta.dirname, "../..");
const exclude = ["**/node_modules/**", "**/.next*/**", "**/.data/**", "**/generated/**"];

export default defineConfig({
  test: {
    // vitest leaves one processor to itself, which of two is half: what waits for PostgreSQL or a password's hash leaves enough
    maxWorkers: availableParallelism(),
    projects: [
      {
        root,
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...exclude, "**/*.int.test.ts"],
          // half of the CPU time went into loading the same modules for each file; integration tests keep processes of their own
          isolate: false,
          // tests do not time: a busy machine is no fault of theirs
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: "integration",
          include: ["**/*.int.test.ts"],
          exclude,
          globalSetup: [join(root, "prisma/testing/global-setup.ts")],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
