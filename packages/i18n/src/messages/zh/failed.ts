import type { failed as original } from "../en/failed";
import type { Translation } from "../../translation";

export const failed: Translation<typeof original> = {
  title: "页面无法显示",
  body: "这是我们的问题，已经记录下来。你提交过的内容都还在。",
  id: "错误编号：{id}",
  retry: "重试",
};
