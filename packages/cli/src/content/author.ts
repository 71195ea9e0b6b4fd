import "../terminal/plain-failures";
import { contentCommands } from "@tidao/content";

// `npm run content -- new ...`, `-- check`, `-- report` and `-- facts`: files only, no database
const [action = "check", ...args] = process.argv.slice(2);
const isCommand = (name: string): name is keyof typeof contentCommands => Object.hasOwn(contentCommands, name);
process.exitCode = await contentCommands[isCommand(action) ? action : "check"](args);
