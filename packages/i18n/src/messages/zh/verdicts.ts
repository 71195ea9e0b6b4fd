import type { verdicts as original } from "../en/verdicts";
import type { Translation } from "../../translation";

export const verdicts: Translation<typeof original> = {
  right: "正确",
  partial: "部分正确",
  wrong: "不对",
  pending: "待对照",
  unanswered: "未作答",
};
