import "../terminal/plain-failures";
import { resolve } from "node:path";
import { closeDatabase } from "@tidao/prisma";
import { courseDir } from "@tidao/content";
import { exportBank } from "@tidao/services/content";

// `npm run content -- export [folder]`: the database's bank as the same files
const [, , given] = process.argv;
const folder = given ? resolve(given) : courseDir;
const { written, same } = await exportBank({ folder });
console.log(`${folder}: ${written} files written, ${same} left as they were`);
await closeDatabase();
