import type { lesson as original } from "../en/lesson";
import type { Translation } from "../../translation";

export const lesson: Translation<typeof original> = {
  minutes: "阅读约{minutes}分钟",
  updated: "{date}更新",
  practiseHint: "{count}道题，见过{seen}道",
  practiseSection: "练习本节（{count}道题）",
  goOn: "从“{section}”接着读",
  code: { copy: "复制代码", copied: "代码已复制。", notCopied: "浏览器不允许复制，请选中后手动复制。" },
  read: "已读",
  markRead: "标记为已读",
  marking: "正在保存……",
  marked: "已标记为已读",
  end: "课文结束",
  endHint: "读过之后答几道题，才记得牢。",
};
