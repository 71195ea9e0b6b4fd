import { Command } from "commander";
import { Interrupted } from "./terminal/session";
import { Trouble } from "./terminal/trouble";

// Each command is loaded when it is called: `start` must be quick, and needs nothing of what the others import.
const program = new Command("tidao").description(
  "The commands of Tidao, typed as `npm start`, `npm test`, `npm run <name>`.",
);

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
  .action(async () => {
    const { start } = await import("./product/start");
    await start({ mode: "development", demo: true });
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof Interrupted) {
    process.exitCode = error.exitCode;
  } else {
    process.exitCode = 1;
    process.stderr.write(
      `\n${error instanceof Trouble ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
    );
  }
}
