import "../terminal/plain-failures";
import { resolve } from "node:path";
import { openDoor } from "../doors";

// `npm run content -- export [folder]`: the database's bank as the same files
const folder = resolve(process.argv[2] ?? "packages/content");
const exportBank = await openDoor("@tidao/services/content", "exportBank");
await exportBank({ folder });
console.log(`exported to ${folder}`);
process.exit(0);
