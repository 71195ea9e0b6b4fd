import type { analytics as original } from "../en/analytics";
import type { Translation } from "../../translation";

export const analytics: Translation<typeof original> = {
  title: "学习进度",
  lead: "根据你的作答，看看你掌握了什么。",
  accuracy: {
    title: "各主题正确率",
    sentence: "你答得最好的是{best}，最需要加强的是{worst}。",
    sentenceOne: "{topic}：正确率{accuracy}。",
    topic: "主题",
    right: "正确率",
    answers: "答题数",
  },
  mastery: {
    title: "各主题掌握程度",
    sentence: "{total}个主题中，已掌握{mastered}个，另有{started}个在学。",
    level: "程度",
    practise: "练习{topic}",
  },
  activity: {
    title: "每日活动",
    sentence: "最近{weeks}周里，你在{days}天答了{answers}道题。",
    day: "日期",
    answers: "答题数",
    none: "无",
  },
  empty: { title: "还没有数据", body: "答过题之后，这里会出现图表。", action: "去答一道题" },
};
