import type { topics as original } from "../en/topics";
import type { Translation } from "../../translation";

export const topics: Translation<typeof original> = {
  title: "主题",
  lead: "大模型工程的三十个主题，每个都有课文和题目。",
  count: "{count}个主题",
  questions: "{count, plural, =0 {还没有题目} other {#道题}}",
  lesson: "课文",
  readLesson: "阅读课文",
  noLesson: "课文正在编写，题目可以先练。",
  practise: "练习",
  objectives: "学完之后你能够",
  prerequisites: "先修",
  noPrerequisites: "没有先修主题。",
  leadsTo: "后续主题",
  misconceptions: "本主题纠正的误解",
  area: "领域",
  state: {
    notReady: "需先学其他主题",
    ready: "可以开始",
    inProgress: "学习中",
    mastered: "已掌握",
    skipped: "已跳过",
  },
  answered: "已答{answered}道，共{total}道",
  accuracy: "正确率{accuracy}",
  list: "列表",
  map: "图谱",
};
