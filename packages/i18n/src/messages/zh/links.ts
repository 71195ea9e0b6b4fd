import type { links as original } from "../en/links";
import type { Translation } from "../../translation";

export const links: Translation<typeof original> = {
  working: "请稍候……",
  toSignIn: "登录",
  toAccount: "前往账户",
  home: "前往首页",
  again: "重新获取链接",
  forgot: {
    title: "忘记密码？",
    lead: "填写注册时用的邮箱。如果有对应的账户，设置新密码的链接会在一两分钟内送达。",
    submit: "发送链接",
    sentTitle: "请查收邮件",
    sent: "如果{email}有对应的账户，链接已在路上，一小时内有效。没有收到？请检查垃圾邮件，并核对邮箱是否填对。",
    other: "换一个邮箱",
  },
  reset: {
    title: "设置新密码",
    lead: "设置后，所有设备都会退出登录。",
    password: "新密码",
    submit: "保存新密码",
    doneTitle: "新密码已生效",
    done: "所有设备都已退出，请用新密码登录。",
  },
  verify: {
    title: "验证你的邮箱",
    lead: "点击一下即可完成验证。",
    submit: "验证邮箱",
    doneTitle: "邮箱已验证",
    done: "现在可以收到复习和作业提醒，忘记密码时也能通过邮件重设。",
  },
  confirmEmail: {
    title: "改用这个邮箱",
    lead: "你的账户会改用这个邮箱，今后用它登录。",
    submit: "改用这个邮箱",
    doneTitle: "邮箱已更换",
    done: "今后请用新邮箱登录。旧邮箱如果验证过，七天内可以用它撤销这次更换。",
  },
  undoEmail: {
    title: "撤销更换邮箱",
    lead: "账户会恢复为旧邮箱。当前密码作废，所有设备退出登录，设置新密码的链接会发到旧邮箱。",
    submit: "撤销更换",
    doneTitle: "账户已恢复",
    done: "设置新密码的链接已发往旧邮箱。所有设备都已退出登录。",
  },
  unsubscribe: {
    title: "不再接收这类邮件",
    lead: "不再发送复习和作业提醒。与密码和邮箱有关的安全邮件仍会发送。",
    submit: "不再接收",
    doneTitle: "已停止发送",
    done: "可以在账户中重新开启。",
  },
};
