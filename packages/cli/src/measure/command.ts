import { resolve } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { Progress } from "../terminal/progress";
import { inSession } from "../terminal/session";
import { Trouble } from "../terminal/trouble";
import { type Column, isColumn } from "./columns";
import { describeReport, reportAsJson } from "./describe-report";
import { generateFile } from "./generate-file";
import { replayFile } from "./replay-file";

const usage = `npm run measure -- replay FILE.csv [--json] [--warm-up N] [--snapshot-every N] [--guess P] [--keep-order]
                              [--skip-bad-rows] [--columns learner=...,skills=...,item=...,correct=...,time=...]
npm run measure -- generate FILE.csv [--rows N] [--learners N] [--items N] [--skills N] [--seed N]`;

// the report is on stdout, for people or programs
const toStderr = (text: string) => process.stderr.write(`${text}\n`);

/** How well the product's model predicts: over a file of answers, or over one that a known generator wrote. */
export async function measure(action: string, args: string[]): Promise<number> {
  if (action === "replay") return replay(args);
  if (action === "generate") return generate(args);
  throw new Trouble(`There is no measure ${action}.`, usage);
}

function replay(args: string[]): Promise<number> {
  const { file, values } = read(args, {
    json: { type: "boolean" },
    "warm-up": { type: "string" },
    "snapshot-every": { type: "string" },
    guess: { type: "string" },
    columns: { type: "string" },
    "keep-order": { type: "boolean" },
    "skip-bad-rows": { type: "boolean" },
  });
  const keepOrder = values["keep-order"] === true;
  const options = {
    warmUp: whole(values, "warm-up", 0, 0),
    snapshotEvery: whole(values, "snapshot-every", 1000, 1),
    guess: share(values, "guess"),
    keepOrder,
    skipBadRows: values["skip-bad-rows"] === true,
  };
  const needed: Column[] = ["learner", "skills", "item", "correct", ...(keepOrder ? [] : (["time"] as const))];
  const answers = { path: resolve(file), name: file, named: namedColumns(values["columns"]), needed };
  return inSession(async ({ signal }) => {
    const report = await replayFile(answers, options, new Progress(toStderr), signal);
    const text = values["json"]
      ? JSON.stringify({ file, ...options, ...reportAsJson(report) })
      : describeReport(file, report, options.warmUp);
    process.stdout.write(`${text}\n`);
    return 0;
  });
}

function generate(args: string[]): Promise<number> {
  const names = ["rows", "learners", "items", "skills", "seed"] as const;
  const { file, values } = read(args, Object.fromEntries(names.map((name) => [name, { type: "string" as const }])));
  const given = (name: (typeof names)[number]) =>
    values[name] === undefined ? {} : { [name === "rows" ? "answers" : name]: whole(values, name, 1, 1) };
  const world = Object.assign({}, ...names.map(given)) as object;
  return inSession(async ({ signal }) => {
    const rows = await generateFile(resolve(file), world, signal);
    process.stdout.write(`${file}: ${rows.toLocaleString("en")} answers\n`);
    return 0;
  });
}

type Values = Record<string, string | boolean | undefined>;

function read(args: string[], options: NonNullable<ParseArgsConfig["options"]>): { file: string; values: Values } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file] = positionals;
    if (file && positionals.length === 1) return { file, values: values as Values };
  } catch (error) {
    throw new Trouble((error as Error).message, usage);
  }
  throw new Trouble("Which file?", usage);
}

function whole(values: Values, name: string, otherwise: number, least: number): number {
  const number = Number(values[name] ?? otherwise);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new Trouble(`--${name} is "${values[name]}"; a whole number from ${least} on is meant.`, usage);
}

function share(values: Values, name: string): number {
  const number = Number(values[name] ?? 0);
  if (number >= 0 && number < 1) return number;
  throw new Trouble(`--${name} is "${values[name]}"; a number from 0 to below 1 is meant.`, usage);
}

function namedColumns(text: Values[string]): Partial<Record<Column, string>> {
  const named: Partial<Record<Column, string>> = {};
  for (const pair of typeof text === "string" ? text.split(",") : []) {
    const [column = "", ...name] = pair.split("=");
    if (!isColumn(column) || !name.join("="))
      throw new Trouble(`--columns says "${pair}"; write it as learner=name of the column.`, usage);
    named[column] = name.join("=");
  }
  return named;
}
