import type { practice as original } from "../en/practice";
import type { Translation } from "../../translation";

export const practice: Translation<typeof original> = {
  title: "练习",
  topic: "练习：{topic}",
  progress: "第{current}题，共{total}题",
  submit: "提交",
  submitting: "正在提交……",
  dontKnow: "我不会",
  next: "下一题",
  finish: "完成",
  another: "再来一道类似的",
  leave: "退出练习",
  complete: "请先完成作答。",
  retrying: "网络断开了。答案已保留，会自动重新提交，只算一次。",
  kept: "你的答案已保留。",
  done: {
    title: "先到这里",
    line: "共{total}题，答对{right}题",
    again: "继续练习",
    toTopic: "回到主题",
    mastery: "{topic}：{before} → {after}",
  },
  empty: { title: "这里没有可练的题", body: "这个主题还没有已发布的题目。", action: "看看其他主题" },
  report: "报告题目错误",
};
