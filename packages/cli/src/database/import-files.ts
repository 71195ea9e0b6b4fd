import { relative, resolve } from "node:path";
import { courseDir } from "@tidao/content";
import { importBank, type ImportReport, UnreadableCourse } from "@tidao/services/content";
import { Trouble } from "../terminal/trouble";

/** The course's files into the database. @throws Trouble that names every file that cannot be read, as the check does */
export async function importFiles(
  options: { onProgress?: (done: number, of: number) => void } = {},
): Promise<ImportReport> {
  try {
    return await importBank(options);
  } catch (error) {
    if (error instanceof UnreadableCourse) throw unreadable(error.problems);
    throw error;
  }
}

export function unreadable(problems: UnreadableCourse["problems"]): Trouble {
  const lines = problems.map(
    ({ file, line, what, mend }) => `${relative(process.cwd(), resolve(courseDir, file))}:${line}  ${what}  ${mend}`,
  );
  return new Trouble(
    [...lines, "The course's files cannot be read; nothing was imported."].join("\n"),
    "Mend what is named above, then: npm run content -- check",
  );
}
