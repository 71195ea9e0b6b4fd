import { Command } from "commander";
import { actionHelp } from "./content/actions";
import { Interrupted } from "./terminal/session";
import { describeFailure } from "./terminal/trouble";

// Each command is loaded when it is called: `start` must be quick, and needs nothing of what the others import.
const program = new Command("tidao")
  .description("The commands of Tidao: `npm start`, `npm test`, and `npm run <name>` for the others.")
  .showHelpAfterError();

const exitWith = (code: number) => {
  process.exitCode = code;
};

program
  .command("start")
  .description("build and serve the product")
  .option("--no-demo", "without demo accounts and classes")
  .action(async ({ demo }: { demo: boolean }) => {
    const { start } = await import("./product/start");
    await start({ mode: "production", demo });
  });

program
  .command("dev")
  .description("serve both apps with hot reload")
  .option("--no-demo", "without demo accounts and classes")
  .action(async ({ demo }: { demo: boolean }) => {
    const { start } = await import("./product/start");
    await start({ mode: "development", demo });
  });

program
  .command("test")
  .description("run everything that is checked; the last line is the totals")
  .argument("[words...]", "stages to run, then files or parts of their names, for the stages that run files")
  .option("--long", "the full sizes", false)
  .action(async (words: string[], { long }: { long: boolean }) => {
    const { splitWords, test } = await import("./testing/command");
    exitWith(await test({ long, ...splitWords(words) }));
  });

program
  .command("doctor")
  .description("say what is wrong with this machine, and the command that mends it")
  .action(async () => {
    const { doctor } = await import("./doctor/command");
    exitWith(await doctor());
  });

program
  .command("content")
  .description("the course as files: new, check, report, facts, import, export")
  .argument("<action>")
  .argument("[arguments...]")
  .allowUnknownOption()
  .addHelpText("after", `\n${actionHelp}`)
  .action(async (action: string, args: string[]) => {
    const { content } = await import("./content/command");
    exitWith(await content(action, args));
  });

program
  .command("rebuild")
  .description("derive everything derivable from the log of events")
  .action(async () => {
    const { rebuild } = await import("./rebuild/command");
    exitWith(await rebuild());
  });

program
  .command("measure")
  .description("how well the model predicts: replay a file of answers, or generate one")
  .argument("<action>")
  .argument("[arguments...]")
  .allowUnknownOption()
  .action(async (action: string, args: string[]) => {
    const { measure } = await import("./measure/command");
    exitWith(await measure(action, args));
  });

program
  .command("bench")
  .description("measure the production build; --long: also among two million submissions")
  .argument("[arguments...]")
  .allowUnknownOption()
  .action(async (args: string[]) => {
    const { bench } = await import("./bench/command");
    exitWith(await bench(args));
  });

try {
  await program.parseAsync();
} catch (error) {
  exitWith(error instanceof Interrupted ? error.exitCode : 1);
  if (!(error instanceof Interrupted)) process.stderr.write(`\n${describeFailure(error)}\n`);
}
