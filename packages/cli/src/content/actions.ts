import { Trouble } from "../terminal/trouble";

interface Action {
  usage: string;
  does: string;
  /** Words behind the action. */
  most: number;
  options?: readonly string[];
  needsDatabase?: boolean;
}
const actions = {
  new: { usage: "new question <topic> <kind> <name>, new topic <slug> <short>", does: "a file to fill in", most: 4 },
  check: {
    usage: "check [--long]",
    does: "every fault of the files: file:line, what, how to mend",
    most: 0,
    options: ["--long"],
  },
  report: { usage: "report", does: "what each topic has, and what it lacks", most: 0 },
  facts: { usage: "facts", does: "the sentences that say as of when they hold", most: 0 },
  import: {
    usage: "import",
    does: "the files into the database, as each start does",
    most: 0,
    needsDatabase: true,
  },
  export: { usage: "export [folder]", does: "the database's bank as files", most: 1, needsDatabase: true },
} satisfies Record<string, Action>;
export type ContentAction = keyof typeof actions;

/** What stands below the options when help is asked for. */
export const actionHelp = [
  "Actions:",
  ...Object.values(actions).map(({ usage, does }) => `  ${usage}\n      ${does}`),
].join("\n");

/**
 * What was asked for, before anything is opened or written: an option that nobody knows may have been meant to hold back
 * what the action does.
 * @throws Trouble
 */
export function contentAction(
  name: string,
  args: readonly string[],
): { action: ContentAction; needsDatabase: boolean } {
  if (!isAction(name)) throw new Trouble(`There is no content ${name}.`, `Actions: ${Object.keys(actions).join(", ")}`);
  const { usage, most, options = [], needsDatabase = false }: Action = actions[name];
  const unknown = args.find((arg) => arg.startsWith("-") && !options.includes(arg));
  const how = `Use: npm run content -- ${usage}`;
  if (unknown !== undefined) throw new Trouble(`content ${name} knows no option ${unknown}; nothing was done.`, how);
  const words = args.filter((arg) => !arg.startsWith("-"));
  if (words.length > most)
    throw new Trouble(`content ${name} does not know what to do with “${words[most]}”; nothing was done.`, how);
  return { action: name, needsDatabase };
}
const isAction = (name: string): name is ContentAction => Object.hasOwn(actions, name);
