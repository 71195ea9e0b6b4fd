import "../terminal/plain-failures";
import { openDoor } from "../doors";
import type { FillMessage } from "./prepare";

// Runs as a process of its own: what the importer loads (mathematics, highlighting) must not stay in the memory of
// the command that serves. Environment: DATABASE_OWNER_URL, DATABASE_URL (the application's).
const tell = (message: FillMessage) => process.send?.(message);

const ownerUrl = process.env["DATABASE_OWNER_URL"];
if (!ownerUrl) throw new Error("DATABASE_OWNER_URL is not set");

const createJobSchema = await openDoor("@tidao/services/jobs", "createJobSchema");
await createJobSchema(ownerUrl);

const importBank = await openDoor("@tidao/services/content", "importBank");
const report = await importBank({ ownerUrl });
tell({ imported: report ?? {} });

if (process.argv.includes("--demo")) {
  const seedDemo = await openDoor("@tidao/services/demo", "seedDemo");
  tell({ signIns: await seedDemo() });
}
// pools and timers of what was loaded must not keep this process
process.disconnect?.();
process.exit(0);
