import "../terminal/plain-failures";
import { contentCommands } from "@tidao/content";

// `npm run content -- new ...`, `-- check` and `-- report`: files only, no database
const [action, ...args] = process.argv.slice(2);
process.exitCode = await contentCommands[action === "new" || action === "report" ? action : "check"](args);
