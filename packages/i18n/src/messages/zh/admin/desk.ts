import type { desk as original } from "../../en/admin/desk";
import type { Translation } from "../../../translation";

export const desk: Translation<typeof original> = {
  title: "待办",
  published: "{count, plural, other {已发布#题}}",
  drafts: "{count, plural, =0 {没有未发布的草稿} other {#份草稿}}",
  retired: "{count, plural, =0 {没有下架} other {已下架#题}}",
  openDrafts: {
    title: "未发布的草稿",
    none: "没有待发布的草稿。题目改动后会先放在这里，直到你发布它。",
    all: "全部草稿",
    ready: "可以发布",
    problems: "{count, plural, other {#处问题}}",
    fromFiles: "来自课程文件",
    by: "作者：{name}",
  },
  surprising: {
    title: "几乎没人答对",
    lead: "作答达20次、平均得分不足三成的题：请检查答案、题面和课文。",
    none: "没有异常的题。作答很多却几乎没人答对的题会出现在这里。",
  },
  coverage: {
    title: "覆盖情况",
    lead: "各主题、各题型的已发布题数。{empty, plural, =0 {每个主题都有题目。} other {还有#个主题没有题目。}}",
    topic: "主题",
    total: "合计",
    cell: "{topic}，{kind}：{count}",
  },
};
