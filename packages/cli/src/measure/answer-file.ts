import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { CsvError, type Options, parse } from "csv-parse";
import { Trouble } from "../terminal/trouble";
import { type Column, findColumns, findSeparator } from "./columns";
import { type FileAnswer, readRow } from "./row";

export interface AnswerFile {
  path: string;
  /** As the person wrote it. */
  name: string;
  /** Names of columns, where they are none of those known. */
  named: Partial<Record<Column, string>>;
  needed: readonly Column[];
}
export interface ReadAnswer extends FileAnswer {
  line: number;
}

interface Row {
  cells: string[];
  line: number;
}

/**
 * Reads a CSV file row by row; never more of it in memory than a few rows.
 * @param onProblem takes what is wrong with a row, as `file:line what; how to mend it`
 * @throws {Trouble} where there is no such file, the header lacks a column, or quotes do not match
 */
export async function* readAnswers(
  file: AnswerFile,
  onProblem: (problem: string) => void,
  signal?: AbortSignal,
): AsyncGenerator<ReadAnswer> {
  const options: Options<Row, string[]> = {
    bom: true,
    delimiter: findSeparator(await readFirstLine(file)),
    relax_column_count: true,
    skip_empty_lines: true,
    // the parser runs ahead of whoever takes rows: the line is known only here
    on_record: (cells, { lines }) => ({ cells, line: lines }),
  };
  // its types know no row that is not a list of cells
  const parser = parse(options as unknown as Options);
  const reading = pipeline(createReadStream(file.path), parser, { signal });
  reading.catch(() => {}); // the loop below gets the same error
  let header: string[] | null = null;
  let columns = {};
  try {
    for await (const { cells, line } of parser as AsyncIterable<Row>) {
      if (!header) {
        header = cells;
        columns = findColumns(header, file.named, file.needed, file.name);
        continue;
      }
      const read =
        cells.length === header.length
          ? readRow(cells, columns)
          : { problem: `${cells.length} cells where the header has ${header.length}; quote what holds a separator` };
      if ("problem" in read) onProblem(`${file.name}:${line} ${read.problem}`);
      else yield { ...read, line };
    }
  } catch (error) {
    // Ctrl-C ends the stream with an error of its own
    signal?.throwIfAborted();
    throw error instanceof CsvError ? unreadable(error, file.name) : error;
  }
  if (!header) throw new Trouble(`${file.name}:1 the file is empty.`, "Its first line names the columns.");
}

function unreadable(error: CsvError, name: string): Trouble {
  const { lines } = error as { lines?: unknown };
  const line = typeof lines === "number" ? lines : 1;
  return new Trouble(`${name}:${line} ${error.message}`, 'A quote inside a quoted cell is written twice: "".');
}

async function readFirstLine({ path, name }: AnswerFile): Promise<string> {
  try {
    const handle = await open(path);
    try {
      for await (const line of handle.readLines({ autoClose: false })) return line;
      return "";
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EISDIR")
      throw new Trouble(`There is no file ${name}.`, "Give its path from the root of the checkout, or the whole path.");
    throw error;
  }
}

/**
 * Some files write one row per skill for the same answer. Taken for several answers they would tell the model what it is
 * to predict (Xiong et al. 2016, "Going deeper with deep knowledge tracing", EDM): neighbours that differ in skill alone
 * become one.
 */
export async function* joinSkills(answers: AsyncIterable<ReadAnswer>, onJoin: () => void): AsyncGenerator<ReadAnswer> {
  let held = null as ReadAnswer | null;
  for await (const answer of answers) {
    if (held && isSameAnswer(held, answer)) {
      held = { ...held, skills: [...held.skills, ...answer.skills] };
      onJoin();
    } else {
      if (held) yield held;
      held = answer;
    }
  }
  if (held) yield held;
}

const isSameAnswer = (a: ReadAnswer, b: ReadAnswer) =>
  a.learner === b.learner &&
  a.item === b.item &&
  a.time === b.time &&
  a.correct === b.correct &&
  b.skills.every((skill) => !a.skills.includes(skill));
