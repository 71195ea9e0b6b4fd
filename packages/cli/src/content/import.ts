import "../terminal/plain-failures";
import { closeDatabase } from "@tidao/prisma";
import { describeImport } from "../database/describe-import";
import { importFiles } from "../database/import-files";

// `npm run content -- import`: files into the database, as each start does
const report = await importFiles();
for (const line of describeImport(report)) console.log(line);
process.exitCode = report.conflicts.length > 0 ? 1 : 0;
await closeDatabase();
