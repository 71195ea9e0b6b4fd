import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = join(import.meta.dirname, "../..");
const exclude = ["**/node_modules/**", "**/.next*/**", "**/.data/**", "**/generated/**"];

/**
 * Tests that take long although their files are short. The import of the course comes first of all: the database that it
 * leaves is copied by others, which would wait for it two at a time.
 */
const longest = [
  "content/import-bank.int.test.ts",
  "postgres/mishaps.int.test.ts",
  "postgres/ways.int.test.ts",
  "plan/simulation.test.ts",
  "write/export-course.test.ts",
];

/** Without the times of an earlier run vitest begins with the largest files; what takes longest must not be left for the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    // vitest leaves one processor to itself, which of two is half; PostgreSQL has connections for some thirty files at once
    maxWorkers: Math.min(availableParallelism(), 16),
    sequence: { sequencer: LongestFirst },
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
          hookTimeout: 60_000,
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
          // a file may have to wait for the one that imports the course
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
