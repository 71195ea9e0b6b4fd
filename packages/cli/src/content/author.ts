import "../terminal/plain-failures";
import { contentCommands } from "@tidao/content";

// `npm run content -- new ...` and `-- check`: files only, no database
const [action, ...args] = process.argv.slice(2);
process.exitCode = await contentCommands[action === "new" ? "new" : "check"](args);
