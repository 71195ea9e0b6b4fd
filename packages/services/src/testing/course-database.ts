import { openTestDatabase } from "@tidao/prisma/testing";
import { importBank } from "../content";

/** Into an empty database: nothing there can be in the way of the course's own files. */
async function fill(): Promise<void> {
  const { unchanged, created, updated, archived, conflicts, drafted } = await importBank();
  if (unchanged || created === 0 || updated + archived + conflicts.length + drafted.length > 0)
    throw new Error(`the first import of the course reports ${JSON.stringify({ unchanged, created, updated, archived, conflicts, drafted })}`);
}

/** A database of this test file's own that holds the whole course: imported once a run, by the first file that asks. */
export const openCourseDatabase = () => openTestDatabase({ name: "course", fill });
