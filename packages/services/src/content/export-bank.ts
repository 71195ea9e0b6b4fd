import { exportCourse, courseDir } from "@tidao/content";
import { readCourseContent } from "./export.repo";

/**
 * Writes the database's bank as the files it can be read from; a file that says the same already is left byte for byte.
 * @returns how many files were written and how many were left
 */
export async function exportBank({ folder = courseDir }: { folder?: string } = {}): Promise<{ written: number; same: number }> {
  const files = await exportCourse(await readCourseContent(), folder);
  const written = files.filter((file) => file.changed).length;
  return { written, same: files.length - written };
}
