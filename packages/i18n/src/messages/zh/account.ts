import type { account as original } from "../en/account";
import type { Translation } from "../../translation";

export const account: Translation<typeof original> = {
  title: "账户",
  lead: "{email}",
  preferences: "偏好设置",
  name: "姓名",
  email: "邮箱",
  language: "语言",
  zone: "时区",
  zoneHint: "日期和截止时间按此时区显示。",
  zoneHere: "这台设备位于{zone}。",
  zoneTake: "改用它",
  theme: "外观",
  save: "保存",
  saving: "正在保存…",
  saved: "已保存。",
  sessions: {
    title: "登录的设备",
    current: "当前设备",
    since: "{time}登录",
    revoke: "退出该设备",
    revokeOthers: "退出其他所有设备",
    revoked: "该设备已退出。",
    othersRevoked: "{count, plural, =0 {没有其他设备。} other {已退出其他#台设备。}}",
    lastSeen: "最近使用：{time}",
    unknown: "未知浏览器",
    device: "{system}上的{browser}",
  },
};
