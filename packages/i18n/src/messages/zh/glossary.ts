import type { glossary as original } from "../en/glossary";
import type { Translation } from "../../translation";

export const glossary: Translation<typeof original> = {
  title: "术语表",
  lead: "课程用到的术语，中英对照，每条一句话说明。",
  open: "术语表",
  search: "查找术语",
  searchHint: "中文或英文",
  topic: "主题",
  allTopics: "全部主题",
  count: "{count}条术语",
  also: "又作{forms}",
  noneFound: "没有符合条件的术语。换个短一点的词，或者查看全部。",
  showAll: "查看全部术语",
  none: "还没有术语。",
};
