import type { classes as original } from "../en/classes";
import type { Translation } from "../../translation";

export const classes: Translation<typeof original> = {
  title: "作业",
  join: {
    title: "加入班级",
    code: "邀请码",
    codeHint: "由教师提供，不区分大小写。",
    submit: "加入",
    joined: "你已加入“{name}”。",
    already: "你已经在这个班级里了。",
    sees: "班级的教师会看到你的名字，以及你对作业的作答。",
  },
  yours: "你的班级",
  none: { title: "你还没有加入班级", body: "向教师要一个邀请码，就可以加入。", action: "加入班级" },
  assignment: {
    opens: "{time}开放",
    due: "{time}截止",
    closed: "已于{time}截止",
    attempts: "已用{used}次，共{allowed}次",
    questions: "{count}道题",
    start: "开始",
    resume: "继续",
    again: "再做一次",
    results: "查看结果",
    submitAll: "交卷",
    submitAllHint: "已答{answered}道，共{total}道。没有作答的题不得分。",
    saved: "答案已保存",
    score: "得{points}分，满分{max}分",
    feedbackLater: "反馈将于{time}开放。",
    feedbackNever: "教师没有开放反馈。",
    status: { notOpen: "尚未开放", open: "可作答", inProgress: "进行中", handedIn: "已提交", closed: "已截止" },
  },
};
