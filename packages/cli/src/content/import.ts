import "../terminal/plain-failures";
import { describeImport } from "../database/describe-import";
import { openDoor } from "../doors";

// `npm run content -- import`: files into the database; see prepare.ts for the import of each start
const ownerUrl = process.env["DATABASE_OWNER_URL"];
if (!ownerUrl) throw new Error("DATABASE_OWNER_URL is not set");
const importBank = await openDoor("@tidao/services/content", "importBank");
const report = (await importBank({ ownerUrl })) ?? {};
console.log(describeImport(report));
for (const conflict of report.conflicts ?? []) console.log(`conflict: ${JSON.stringify(conflict)}`);
process.exit(report.conflicts?.length ? 1 : 0); // the pools of what was loaded must not keep this process
