import type { account as original } from "../en/account";
import type { Translation } from "../../translation";

export const account: Translation<typeof original> = {
  title: "账户",
  name: "姓名",
  email: "邮箱",
  language: "语言",
  zone: "时区",
  zoneHint: "日期和截止时间按此时区显示。",
  theme: "外观",
  saved: "已保存。",
  sessions: {
    title: "登录的设备",
    current: "当前设备",
    since: "{time}登录",
    revoke: "退出该设备",
    revokeOthers: "退出其他所有设备",
    revoked: "该设备已退出。",
  },
};
