import { join, resolve } from "node:path";

/** The root of this checkout, wherever the command was typed. */
export const checkout = resolve(import.meta.dirname, "../../..");

/** What this machine keeps for itself: the database, secrets, logs. Ignored by git. */
export const dataFolder = join(checkout, ".data");
/** Questions that the content check found sound, so that it need not look at them again. */
export const soundQuestionsFile = join(dataFolder, "sound-questions.json");
