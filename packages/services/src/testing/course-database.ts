import { openTestDatabase } from "@tidao/prisma/testing";
import { importBank } from "../content";

/** A database of this test file's own that holds the whole course: imported once a run, by the first file that asks. */
export const openCourseDatabase = () => openTestDatabase({ name: "course", fill: () => importBank() });
