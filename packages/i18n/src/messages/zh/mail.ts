import type { mail as original } from "../en/mail";
import type { Translation } from "../../translation";

export const mail: Translation<typeof original> = {
  greeting: "{name}，你好：",
  signature: "题道",
  copyLink: "如果按钮无法打开，请把下面的地址复制到浏览器：",
  verify: {
    subject: "请验证你在题道的邮箱",
    body: "点击按钮，验证这个邮箱属于你。链接24小时内有效。",
    action: "验证邮箱",
    note: "如果你没有注册过题道，可能是别人填错了邮箱，无需处理。",
  },
  reset: {
    subject: "设置新的题道密码",
    body: "点击按钮设置新密码。链接一小时内有效，只能使用一次。设置后，所有设备都会退出登录。",
    action: "设置新密码",
    note: "如果不是你本人申请的，密码不会改变，无需处理。",
  },
  passwordChanged: {
    subject: "你的题道密码已修改",
    body: "你的账户密码已于{time}修改。",
    action: "不是我改的，重设密码",
    note: "如果是你本人操作，无需处理。",
  },
  changeEmail: {
    subject: "请确认新的题道邮箱",
    body: "有人用你的密码申请把账户改到这个邮箱。点击按钮确认。链接24小时内有效。",
    action: "改用这个邮箱",
    note: "如果不是你本人操作，请不要点击，账户不会有任何变化。",
  },
  emailChanged: {
    subject: "你的题道账户已更换邮箱",
    body: "你的账户已于{time}改用{email}，今后的邮件会发到那里。",
    action: "不是我改的，撤销更换",
    note: "按钮七天内有效。撤销后，账户恢复为这个邮箱，所有设备退出登录，我们会再发一封设置新密码的邮件。如果是你本人操作，无需处理。",
  },
  emailInUse: {
    subject: "这个邮箱已经注册过题道",
    body: "有人申请把另一个账户改到这个邮箱。这个邮箱已有账户，因此没有做任何更改。",
    action: "登录",
    note: "如果是你本人操作，请直接用这个邮箱登录；如果不是，无需处理。",
  },
  deletionRequested: {
    subject: "你的题道账户即将注销",
    body: "有人在你的账户里申请了注销。{time}起，账户里与你有关的内容会全部清除。在那之前一切照常。",
    action: "保留我的账户",
    note: "登录后点击“保留我的账户”即可撤回。如果不是你申请的，请同时修改密码；如果是你本人操作，无需处理。",
  },
  accountErased: {
    subject: "你的题道账户已清除",
    body: "注销申请已满两周，账户已于{time}清除。这是与它有关的最后一封邮件。",
    gone: "已彻底删除：姓名、这个邮箱和登录方式、班级成员身份、题组、笔记、收藏和题单、学习计划、你在答案和纠错里写的文字、别人记下的与你有关的理由、发给你的邮件、导出的文件，以及谁看过你的数据的记录。",
    stays:
      "不再与你关联、仍会保留的：选了哪些选项、得分和时间，以及哪道题被纠错过；它们挂在一个查不到任何人的编号下，用来保证题目统计真实。",
    note: "这个邮箱只为发这封邮件保留到现在，发出后就从发件箱里删除。账户谁也无法恢复，但你随时可以重新注册。",
  },
  digest: {
    subject: {
      reviews: "有{due, plural, other {#}}道题待复习",
      assignments: "有{tasks, plural, other {#}}份作业待完成",
      both: "今天有{due, plural, other {#}}道题待复习，{tasks, plural, other {#}}份作业待完成",
    },
    due: "有{count, plural, other {#}}道题待复习，大约需要{minutes, plural, other {#}}分钟。",
    dueAction: "现在复习",
    opened: "新开放的作业",
    dueSoon: "即将截止",
    assignment: "{title}（{class}），{time}截止",
    assignmentsAction: "查看作业",
    why: "根据你的设置，这类邮件每天最多一封。",
    settings: "修改邮件设置",
    unsubscribe: "不再接收这类邮件",
  },
};
