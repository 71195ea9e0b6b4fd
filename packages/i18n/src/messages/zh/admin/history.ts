import type { history as historyOriginal, diff as diffOriginal } from "../../en/admin/history";
import type { Translation } from "../../../translation";

export const history: Translation<typeof historyOriginal> = {
  title: "{id}的历史版本",
  version: "版本",
  state: "状态",
  author: "编写者",
  files: "课程文件",
  nobody: "未知",
  note: "说明",
  changed: "修改时间",
  published: "发布时间",
  publishedBy: "发布者：{name}",
  current: "学习者当前看到的版本",
  corrects: "更正版本{version}",
  compare: "比较",
  compareWith: "将版本{version}与前一版本比较",
  viewVersion: "查看版本{version}",
  from: "旧",
  to: "新",
  edit: "返回编辑",
  use: "载入到编辑器",
  viewing: "{id}的版本{version}",
  comparing: "{id}：版本{from} → {to}",
  asLearners: "学习者看到的样子",
  cannotShow: "这个版本尚未完成，无法作为题目显示。各字段见下。",
  fields: "全部字段",
};

export const diff: Translation<typeof diffOriginal> = {
  none: "没有差异。",
  count: "{count, plural, other {#个字段有差异}}",
  added: "新增",
  removed: "移除",
  changed: "修改",
  order: "顺序",
  empty: "空",
};
