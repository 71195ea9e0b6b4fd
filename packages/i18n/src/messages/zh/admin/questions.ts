import type { questions as questionsOriginal, create as createOriginal } from "../../en/admin/questions";
import type { Translation } from "../../../translation";

export const questions: Translation<typeof questionsOriginal> = {
  title: "题目",
  search: "搜索题目",
  searchHint: "题面或主题中的中英文词语，或题目编号",
  results: "{count, plural, =0 {没有题目} other {#道题}}",
  facets: {
    label: "筛选",
    topic: "主题",
    kind: "题型",
    status: "状态",
    difficulty: "难度",
    any: "全部",
    choice: "{value}（{count}）",
  },
  order: { label: "排序", id: "编号", changed: "最近修改", answers: "作答最多", points: "得分最低" },
  new: "新建题目",
  stem: "题目",
  topic: "主题",
  kind: "题型",
  status: "状态",
  difficulty: "难度",
  changed: "修改时间",
  answers: "作答数",
  points: "得分率",
  noStem: "尚无题面",
  withDraft: "有草稿",
  none: { title: "没有符合条件的题目", body: "试着去掉一个筛选条件。", action: "清除筛选" },
  empty: { title: "题库还是空的", body: "题目来自课程文件，也可以直接在这里编写第一题。" },
};

export const create: Translation<typeof createOriginal> = {
  title: "新建题目",
  lead: "先生成一份空白草稿，只有编辑能看到。",
  id: "编号",
  idHint: "小写字母、数字和连字符；一经确定不再更改，会出现在网址和文件名中。",
  topic: "主题",
  kind: "题型",
  submit: "开始编写",
  taken: "这个编号已被占用，请换一个。",
  malformed: "请使用3到80个小写字母、数字或连字符，以字母或数字开头。",
};
