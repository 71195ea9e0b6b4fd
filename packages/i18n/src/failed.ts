import { failed as en } from "./messages/en/failed";
import { failed as zh } from "./messages/zh/failed";

/** The words of the failed screen alone: it is in every page's script. */
export const failed = { zh, en };
