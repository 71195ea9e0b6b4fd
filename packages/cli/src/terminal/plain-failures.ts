import { describeFailure } from "./trouble";

// For scripts that run as processes of their own: what went wrong in words, as main.ts says it for commands.
process.on("uncaughtException", (error) => {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
});
