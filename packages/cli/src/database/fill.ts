import "../terminal/plain-failures";
import { hashPassword } from "@tidao/auth";
import { closeDatabase } from "@tidao/prisma";
import { seedDemo } from "@tidao/services/demo";
import { createJobSchema } from "@tidao/services/jobs";
import { rebuildIfOutdated } from "@tidao/services/rebuild";
import { importFiles } from "./import-files";
import type { FillMessage } from "./prepare";

// Runs as a process of its own: what the importer loads (mathematics, highlighting) must not stay in the memory of
// the command that serves.
const tell = (message: FillMessage) => process.send?.(message);
const { DATABASE_OWNER_URL: ownerUrl, TIDAO_DEMO_PASSWORD: password, TIDAO_DEMO_HISTORY: history } = process.env;
if (!ownerUrl) throw new Error("DATABASE_OWNER_URL is not set");

await createJobSchema(ownerUrl);
tell({ imported: await importFiles({ onProgress: (done, of) => tell({ importing: { done, of } }) }) });
const rebuilt = await rebuildIfOutdated((learners) => tell({ rebuilding: learners }));
if (rebuilt > 0) tell({ rebuilt });
if (password) {
  const onUnmade = (error: unknown) => tell({ unmade: error instanceof Error ? error.message : String(error) });
  const options = { password, hashPassword, history: history === "1", onUnmade };
  tell({ signIns: await seedDemo(options, new Date()) });
}
await closeDatabase();
process.disconnect?.();
