import type { admin as original } from "../../en/admin";
import type { Translation } from "../../../translation";
import { audit } from "./audit";
import { desk } from "./desk";
import { draftProblems } from "./draft-problems";
import { editor, fields, parts } from "./editor";
import { history, diff } from "./history";
import { questions, create } from "./questions";
import { users } from "./users";

export const admin: Translation<typeof original> = {
  nav: { label: "后台导航", home: "工作台", questions: "题目", reports: "纠错", users: "用户", audit: "审计日志" },
  keys: {
    title: "快捷键",
    open: "快捷键",
    search: "搜索",
    show: "显示快捷键",
    rows: "在列表中上下移动",
    openRow: "打开",
    newQuestion: "新建题目",
    save: "保存草稿",
    nextProblem: "下一处问题",
  },
  desk,
  questions,
  create,
  status: { draft: "草稿", published: "已发布", retired: "已下架" },
  editor,
  fields,
  parts,
  draftProblems,
  history,
  diff,
  users,
  roles: { learner: "学习者", instructor: "教师", editor: "编辑", admin: "管理员" },
  audit,
};
