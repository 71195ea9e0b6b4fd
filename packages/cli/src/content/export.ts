import "../terminal/plain-failures";
import { resolve } from "node:path";
import { closeDatabase } from "@tidao/prisma";
import { exportBank } from "@tidao/services/content";

// `npm run content -- export [folder]`: the database's bank as the same files
const [, , folder] = process.argv;
const { written, same } = await exportBank(folder ? { folder: resolve(folder) } : {});
console.log(`${written} files written, ${same} left as they were`);
await closeDatabase();
