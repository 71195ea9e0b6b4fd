import { questionSpec } from "@tidao/grading/spec";
import { z } from "zod";
import { slug } from "./words.schema";

/** One file a question: its id, which is also its file's name, and everything that the grader and the player need. */
export const questionFile = z.strictObject({ id: slug, ...questionSpec.shape });
export type QuestionFile = z.infer<typeof questionFile>;
