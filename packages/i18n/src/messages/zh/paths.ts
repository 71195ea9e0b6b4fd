import type { paths as original } from "../en/paths";
import type { Translation } from "../../translation";

export const paths: Translation<typeof original> = {
  title: "学习路径",
  lead: "按顺序学完主题，每一步都有理由。",
  steps: "{count}步",
  hours: "约{hours}小时",
  begin: "开始这条路径",
  resume: "继续",
  current: "你的路径",
  change: "改走这条路径",
  why: "为什么排在这里",
  progress: "已掌握{done}个主题，共{total}个",
  step: "第{step}步",
  none: "还没有学习路径。",
};
