import "../terminal/plain-failures";
import { contentCommands } from "@tidao/content";
import { soundQuestionsFile } from "../checkout";

// `npm run content -- new ...`, `-- check`, `-- report` and `-- facts`: files only, no database
const [action = "check", ...args] = process.argv.slice(2);
const commands = contentCommands(soundQuestionsFile);
const isCommand = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name);
process.exitCode = await commands[isCommand(action) ? action : "check"](args);
