import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { courseDir } from "../read/read-course";
import type { Print } from "./print";

export interface DatedFact {
  file: string;
  line: number;
  /** "2025" or "2025-06", as far as the text says. */
  asOf: string;
  sentence: string;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const dated =
  /\bas of (?:the )?(?:end of |early |mid-|late )?(?:(?<name>[A-Z][a-z]{2,8}) )?(?<year>20\d\d)(?:-(?<month>\d\d))?|截至\s*(?<zhYear>20\d\d)\s*年?(?:[-\s]*(?<zhMonth>\d{1,2})\s*月?)?/g;

/** The sentences of a file that say as of when they hold. */
export function datedFacts(file: string, text: string): DatedFact[] {
  return [...text.matchAll(dated)].map((match) => {
    const { name, year, month, zhYear, zhMonth } = match.groups ?? {};
    const named = name ? months.indexOf(name.slice(0, 3).toLowerCase()) + 1 : 0;
    const which = Number(month ?? zhMonth ?? named);
    const before = text.slice(0, match.index);
    // a sentence ends with its sign, a paragraph, a cell of a table or a key of YAML
    const ends = /[。！？\n]\s*|[.!?](?:\s+|$)|\n\s*\n|\||\b(?:zh|en): /g;
    const start = Math.max(0, ...[...before.matchAll(ends)].map((end) => end.index + end[0].length));
    const rest = text.slice(match.index);
    const stop = /[。！？|\n]|[.!?](?=\s|$)/.exec(rest);
    const sentence = text.slice(start, match.index + (stop ? stop.index + 1 : rest.length));
    return {
      file,
      line: before.split("\n").length,
      asOf: (year ?? zhYear ?? "") + (which ? `-${String(which).padStart(2, "0")}` : ""),
      sentence: sentence.replace(/\s+/g, " ").replace(/\|$/, "").trim(),
    };
  });
}

/** Prints what ages, the oldest first: `as of  file:line  sentence`. An editor goes through it each quarter. */
export async function runFacts(print: Print = console.log, dir = courseDir): Promise<number> {
  const facts: DatedFact[] = [];
  for await (const file of glob("topics/**/*.{md,yaml}", { cwd: dir }))
    facts.push(...datedFacts(file, await readFile(join(dir, file), "utf8")));
  facts.sort((a, b) => a.asOf.localeCompare(b.asOf) || a.file.localeCompare(b.file) || a.line - b.line);
  for (const { asOf, file, line, sentence } of facts) print(`${asOf}  ${file}:${line}  ${sentence}`);
  print(`${facts.length} facts say as of when they hold`);
  return 0;
}
