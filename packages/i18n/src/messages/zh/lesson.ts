import type { lesson as original } from "../en/lesson";
import type { Translation } from "../../translation";

export const lesson: Translation<typeof original> = {
  title: "课文",
  minutes: "阅读约{minutes}分钟",
  practise: "练习本主题",
  practiseHint: "就刚读过的内容，练{count}道题",
  updated: "{date}更新",
  previous: "上一主题",
  next: "下一主题",
  otherLanguage: "阅读英文版",
};
