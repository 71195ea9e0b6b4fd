import { measureBare } from "./bare";
import { growTo } from "./grow";
import { prepare } from "./prepare";
import { printTable } from "./print-table";
import { type Row, runLoad, warmUp } from "./run-load";
import { scriptBytes } from "./script-bytes";

// `npm run bench`: what a request costs. Environment: WEB_URL, ADMIN_URL, DATABASE_URL, DATABASE_OWNER_URL,
// TIDAO_PROCESS_FILE, TIDAO_POSTGRES_DATA. With --json the last line is one object for programs.
const json = process.argv.includes("--json");
/** `--only home,submit`: the rows whose names hold one of these. */
const only = process.argv.includes("--only") ? (process.argv[process.argv.indexOf("--only") + 1] ?? "").split(",") : [""];
const wanted = ({ name }: { name: string }) => only.some((part) => name.includes(part));
/** Submissions in the database: what is measured must not grow with what others did. */
const sizes = process.argv.includes("--long") ? [10_000, 2_000_000] : [10_000];
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const say = (text: string) => process.stderr.write(`${text}\n`);

const rows: (Row & { submissions: number })[] = [];
const pages: { name: string; app: "web" | "admin"; scriptKB: number }[] = [];
for (const submissions of sizes) {
  say(`making up learners until there are ${submissions} submissions ...`);
  await growTo(submissions);
  say("preparing a class, its assignment and answers ...");
  const world = await prepare(say, { large: submissions >= 1_000_000 });
  const targets = world.targets.filter(wanted);
  say(`warming up ${targets.length} targets ...`);
  await warmUp(targets);
  for (const clients of [1, 8, 32]) {
    say(`${targets.length} targets at ${clients} clients ...`);
    for (const row of await runLoad(targets, { clients, seconds })) rows.push({ submissions, ...row });
  }
  if (pages.length === 0)
    for (const { name, app, url, cookie } of world.pages.filter(wanted)) pages.push({ name, app, scriptKB: await scriptBytes(url, cookie) });
}
for (const clients of [1, 8, 32]) for (const row of await measureBare(clients, seconds)) rows.push({ submissions: sizes.at(-1) ?? 0, ...row });

printTable(rows, pages);
if (json) process.stdout.write(`${JSON.stringify({ rows, pages })}\n`);
process.exit(0);
