import { setImmediate } from "node:timers/promises";
import { Replay, type ReplayReport } from "@tidao/measurement";
import type { Progress } from "../terminal/progress";
import { Trouble } from "../terminal/trouble";
import { type AnswerFile, joinSkills, readAnswers } from "./answer-file";
import { Problems } from "./problems";
import type { FileAnswer } from "./row";
import { SortedAnswers } from "./sorted-answers";

export interface ReplayOptions {
  snapshotEvery: number;
  warmUp: number;
  /** What a guess earns where the file does not say it. */
  guess: number;
  /** Take rows as they stand, whatever their times. */
  keepOrder: boolean;
  skipBadRows: boolean;
}
export interface FileReport extends ReplayReport {
  order: "as it stands" | "sorted by time";
  badRows: number;
  /** Rows that named another skill of the answer above them. */
  joinedRows: number;
}

/** Milliseconds between two words about how far it is. */
const sayEvery = 5000;
/** Answers between two looks at whether somebody pressed Ctrl-C, where nothing else waits. */
const listenEvery = 10_000;

/** Replays the model over a file: in one go where its rows are in the order of time, else sorted first. */
export async function replayFile(
  file: AnswerFile,
  options: ReplayOptions,
  progress: Progress,
  signal?: AbortSignal,
): Promise<FileReport> {
  const report = await replayAs("as it stands", file, options, progress, signal);
  if (typeof report !== "number") return report;
  progress.say(`${file.name}:${report} has an earlier time than a row above it: sorting all rows by time first`);
  progress.say("(what is known later must not tell what came before; --keep-order takes the rows as they stand)");
  return (await replayAs("sorted by time", file, options, progress, signal)) as FileReport;
}

/** @returns the line that is out of order, where there is one and order is asked for */
async function replayAs(
  order: FileReport["order"],
  file: AnswerFile,
  options: ReplayOptions,
  progress: Progress,
  signal?: AbortSignal,
): Promise<FileReport | number> {
  const replay = new Replay(options);
  const packed = order === "sorted by time" ? new SortedAnswers() : null;
  const problems = new Problems(options.skipBadRows);
  const say = sayer(progress);
  let joinedRows = 0;
  let latest = -Infinity;
  const take = (answer: FileAnswer) => {
    replay.answer({ ...answer, guess: answer.guess ?? options.guess });
    say("replayed");
  };

  for await (const answer of joinSkills(readAnswers(file, problems.add, signal), () => joinedRows++)) {
    if (packed) {
      packed.add(answer);
      say("read");
    } else {
      if (answer.time < latest && !options.keepOrder) return answer.line;
      latest = answer.time;
      take(answer);
    }
  }
  for (const line of problems.settle()) progress.write(line);
  let taken = 0;
  for (const answer of packed?.inOrder() ?? []) {
    take(answer);
    if (++taken % listenEvery) continue;
    await setImmediate();
    signal?.throwIfAborted();
  }

  const report = replay.report();
  if (!report.model)
    throw new Trouble(
      `${file.name}: ${report.answers} answers, and none is predicted after a warm-up of ${options.warmUp}.`,
      "Give a file with more answers, or a smaller --warm-up.",
    );
  return { ...report, order, badRows: problems.count, joinedRows };
}

/** Counts, and says so every few seconds. */
function sayer(progress: Progress): (what: string) => void {
  const counts: Record<string, number> = {};
  let saidAt = progress.elapsed();
  return (what) => {
    const count = (counts[what] ?? 0) + 1;
    counts[what] = count;
    if (count % 10_000 || progress.elapsed() - saidAt < sayEvery) return;
    saidAt = progress.elapsed();
    progress.say(`${what} ${count.toLocaleString("en")} answers ...`);
  };
}
