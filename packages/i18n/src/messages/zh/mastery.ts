import type { mastery as original } from "../en/mastery";
import type { Translation } from "../../translation";

export const mastery: Translation<typeof original> = {
  levels: { "0": "未开始", "1": "起步", "2": "进阶", "3": "熟练", "4": "掌握" },
};
