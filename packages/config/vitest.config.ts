import { join } from "node:path";
import { defineConfig } from "vitest/config";

const root = join(import.meta.dirname, "../..");
const exclude = ["**/node_modules/**", "**/.next*/**", "**/.data/**", "**/generated/**"];

export default defineConfig({
  test: {
    projects: [
      {
        root,
        test: { name: "unit", include: ["**/*.test.ts", "**/*.test.tsx"], exclude: [...exclude, "**/*.int.test.ts"] },
      },
      {
        root,
        test: {
          name: "integration",
          include: ["**/*.int.test.ts"],
          exclude,
          globalSetup: [join(root, "prisma/testing/global-setup.ts")],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
