import type { paths as original } from "../en/paths";
import type { Translation } from "../../translation";

export const paths: Translation<typeof original> = {
  title: "学习路径",
  lead: "按顺序学完主题，每一步都有理由。学到的内容在每条路径里都算数。",
  none: "还没有学习路径。",
  audience: "适合：{audience}",
  size: "{steps}步，约{hours}小时",
  started: "已加入首页",
  progress: "已完成的步骤",
  done: "{done}/{total}",
  open: "查看步骤",
  start: "开始这条路径",
  starting: "正在开始……",
  startHint: "开始后，首页会显示它的下一步。",
  leave: "退出这条路径",
  left: "“{path}”已从首页移除，学过的内容都保留。",
  resume: "继续第{step}步",
  steps: "步骤",
  step: "第{step}步",
  here: "你在这里",
  stepDone: "已完成",
  inPreparation: "准备中",
  criterion: "主题达到“熟练”，这一步就算完成；还没有题目的步骤会跳过。",
  closing: {
    title: "收尾：混合练习",
    practise: "混合练习{count}道题",
    none: "各步还没有题目。",
  },
  complete: "有题目的步骤都已完成。",
};
