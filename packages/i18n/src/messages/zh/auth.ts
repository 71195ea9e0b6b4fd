import type { auth as original } from "../en/auth";
import type { Translation } from "../../translation";

export const auth: Translation<typeof original> = {
  signIn: {
    title: "登录",
    lead: "接着上次的进度继续学。",
    leadDesk: "编辑和管理员的后台。",
    submit: "登录",
    submitting: "正在登录……",
    noAccount: "还没有账户？",
    signUp: "注册",
    forgot: "忘记密码？",
    with: "使用{provider}登录",
    or: "或",
  },
  signUp: {
    title: "注册",
    lead: "一个名字、一个邮箱和一个密码就够了。",
    submit: "创建账户",
    submitting: "正在创建……",
    haveAccount: "已有账户？",
    signIn: "登录",
  },
  email: "邮箱",
  name: "姓名",
  nameHint: "教师能看到这个名字，之后可以修改。",
  password: "密码",
  showTyped: "显示输入的内容",
  passwordHint: "至少{minLength}个字符，几个词连在一起就很好。",
  language: "语言",
  problems: {
    OFFLINE: "网络已断开，填写的内容还在，请重试。",
    OAUTH_EMAIL_UNVERIFIED: "对方尚未验证你的邮箱。请先在那里完成验证，再重试。",
    OAUTH_ACCOUNT_UNVERIFIED: "已有账户使用这个邮箱，但邮箱尚未验证。请用该账户的密码登录。",
    OAUTH_ADDRESS_HELD:
      "不到七天前，有一个账户从这个邮箱换到了别的邮箱。如果是你换的，请用新邮箱登录；如果不是，请打开当时发到这个邮箱的邮件，取回账户。",
    OAUTH_FAILED: "第三方登录没有成功。请重试，或使用密码登录。",
  },
  wrongRole: {
    title: "这里是编辑和管理员的后台",
    body: "当前登录身份：{name}，没有编辑或管理员角色。",
    toLearn: "前往学习站点",
  },
};
