import { measureBare } from "./bare";
import { prepare } from "./prepare";
import { printTable } from "./print-table";
import { type Row, runLoad } from "./run-load";
import { scriptBytes } from "./script-bytes";

// `npm run bench`: what a request costs. Environment: WEB_URL, ADMIN_URL, DATABASE_URL, DATABASE_OWNER_URL,
// TIDAO_PROCESS_FILE, TIDAO_POSTGRES_DATA. With --json the last line is one object for programs.
const json = process.argv.includes("--json");
/** `--only home,submit`: the rows whose names hold one of these. */
const only = process.argv.includes("--only") ? (process.argv[process.argv.indexOf("--only") + 1] ?? "").split(",") : [""];
const wanted = ({ name }: { name: string }) => only.some((part) => name.includes(part));
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const say = (text: string) => process.stderr.write(`${text}\n`);

say("preparing a class, its assignment and answers ...");
const world = await prepare(say);
const rows: Row[] = [];
for (const clients of [1, 8, 32])
  for (const target of world.targets.filter(wanted)) {
    say(`${target.name} at ${clients} clients ...`);
    rows.push(await runLoad({ ...target, clients, seconds }));
  }
for (const clients of [1, 8, 32]) rows.push(await measureBare(clients, seconds));
const pages = [];
for (const { name, url, cookie } of world.pages.filter(wanted)) pages.push({ name, scriptKB: await scriptBytes(url, cookie) });

printTable(rows, pages);
if (json) process.stdout.write(`${JSON.stringify({ rows, pages })}\n`);
process.exit(0);
