import type { errors as original } from "../en/errors";
import type { Translation } from "../../translation";

export const errors: Translation<typeof original> = {
  NOT_FOUND: "内容不存在，或者你无权查看。请检查链接，或返回上一页。",
  FORBIDDEN: "你的账户没有这项权限。请联系管理员授予相应角色。",
  SIGN_IN_REQUIRED: "你还没有登录，或登录已失效。请登录后重试。",
  INPUT_INVALID:
    "{field, select, name {这个名字} email {这个邮箱} password {这个密码} title {这个标题} note {这条说明} other {填写的内容}}不符合要求。请改正标出的地方再提交。",
  CROSS_ORIGIN: "这个请求来自其他网站，已被拒绝。请在本站打开页面后重试。",
  TOO_MANY_REQUESTS: "尝试次数过多。请{seconds, select, none {稍等片刻} other {等待{seconds}}}后重试。",
  EMAIL_TAKEN: "这个邮箱已经注册过。请直接登录，或换一个邮箱。",
  PASSWORD_TOO_WEAK:
    "这个密码太容易被猜到。请换成{minLength, select, none {更长的} other {至少{minLength}个字符的}}密码，不要用常见词或你的邮箱。",
  PASSWORD_UNCHANGED: "新密码与当前密码相同。请换一个。",
  CREDENTIALS_WRONG:
    "邮箱与密码不匹配。{spaced, select, yes {输入的密码首尾有空格，如果是多余的请删去。} other {请检查后重试。}}",
  CURRENT_PASSWORD_WRONG:
    "当前密码不正确。{spaced, select, yes {输入的密码首尾有空格，如果是多余的请删去。} other {请检查后重试。}}",
  LINK_INVALID:
    "{reason, select, used {这个链接已经用过，无需再次操作} expired {这个链接已过期，请重新获取邮件} replaced {已有更新的邮件，或账户已变更，这个链接随之失效。请使用最新的邮件，或重新获取} other {链接不完整。请从邮件中重新打开，或复制完整的链接}}。",
  ACCOUNT_SUSPENDED: "这个账户已被停用。请联系管理员恢复。",
  ANSWER_UNREADABLE:
    "{reason, select, number {没能从答案中读出数字，请写成数字，小数点用“.”，例如1.5、1,000或2e9} unit {不认识这个单位，请使用题目列出的单位} unitless {这道题只要数字，请去掉数字后面的内容} other {没能读懂你的答案，请检查一下}}。这次没有评分，改好后再提交。",
  ANSWER_KIND_MISMATCH: "题目已更新，答案与它对不上。请刷新页面后重新作答。",
  SUBMISSION_KEY_REUSED: "这个页面已经提交过另一份答案，以那一份为准。请刷新后继续。",
  QUESTION_NOT_PUBLISHED: "这道题尚未发布。请换一道题。",
  QUESTION_WITHHELD: "这道题在一份尚未截止的作业里。如果还能看到这份作业，请在其中作答；作业结束后，题目会回到练习里。",
  QUESTION_HAS_PROBLEMS:
    "{count, select, none {题目还有问题} other {题目还有{count}处问题}}。草稿已保存；请先改好列出的问题，再发布。",
  DRAFT_CHANGED_MEANWHILE: "你打开草稿之后，有人保存了新的修改。你的内容仍保留在这里：请刷新、比对后再保存。",
  QUESTION_IN_USE: "这道题发布过，或者已被题单、题组或纠错引用，不能删除。请改为下架。",
  VARIANT_UNKNOWN: "没有这个变体。请重新生成一题。",
  JOIN_CODE_UNKNOWN: "没有班级使用这个邀请码。请逐字核对，或向教师确认。",
  JOIN_CLASS_ARCHIVED: "这个邀请码对应的班级已归档，不再接收新成员。请向教师要现在班级的邀请码。",
  CLASS_ARCHIVED: "班级已归档：成绩可以查看，内容不能修改。如需修改，请先恢复班级。",
  SET_EMPTY: "这个题组还没有题目。请至少加入一道题再布置。",
  ASSIGNED_BEFORE:
    "{title, select, none {第一次点击其实已经布置成功} other {第一次点击其实已经布置成功（“{title}”）}}，内容按当时填写的，只是结果没有传回来。请到班级里打开这份作业再修改。",
  ASSIGNMENT_NOT_OPEN: "{opensAt, select, none {作业尚未开放} other {作业将于{opensAt}开放}}。请届时再来。",
  ASSIGNMENT_CLOSED:
    "{closedAt, select, none {作业已截止} other {作业已于{closedAt}截止}}。此前提交的答案有效；如需延期，请联系教师。",
  ASSIGNMENT_EMPTY: "这份作业的题目都已下架，没有占用作答次数。请告诉教师。",
  ATTEMPTS_USED_UP:
    "{attempts, select, none {作答次数已用完} other {{attempts}次作答机会已用完}}。你可以查看结果，或请教师再给一次机会。",
  ATTEMPT_FINISHED: "这次作答已经结束，不能再修改。你可以查看结果，或在次数允许时重新开始。",
  DUE_BEFORE_OPEN: "截止时间早于开放时间。请调整其中一个。",
  EXTENSION_EMPTY: "这份延期没有改变任何内容。请填写截止时间或作答次数；如要取消延期，请撤回。",
  PLAN_DATE_UNFIT: "计划的日期要在今天之后、一年之内，请换一个日期。",
  PLAN_WITHOUT_TOPIC: "所有主题都被排除了，请至少给一个主题设置权重。",
  LAST_ADMIN: "这是最后一位管理员。请先把管理员角色授予其他人。",
  CANNOT_CHANGE_SELF: "不能对自己的账户做这项操作。请由另一位管理员来做。",
  CLASSES_OWNED:
    "{count, select, none {你名下还有其他人在学的班级} other {你名下还有{count}个其他人在学的班级}}。请先把班级转交给另一位教师。",
  HANDOVER_UNKNOWN: "没有其他教师使用这个邮箱。请核对，或向管理员询问哪些同事有教师账户。",
  KEPT_TOO_MANY:
    "{most, select, none {这里已经放满了} other {这里最多放{most}个，已经满了}}。请先移除一些不再需要的，再试一次。",
  REPORT_RESOLVED: "这条纠错已经由别人处理了。请刷新页面，查看对方的答复。",
  TEST_TOO_SOON:
    "没通过的测试要隔一天才能再考{againAt, select, none {} other {，{againAt}起可以再试}}。这段时间先练练没答好的地方。",
  TEST_NOT_POSSIBLE: "现有题目太少，暂时无法测试。可以先学习这个主题，等题目多了再来。",
  DATABASE_UNAVAILABLE: "数据库暂时没有响应。数据没有丢失，请稍后重试。",
  UNEXPECTED:
    "我们这边出错了。已保存的内容都还在，请重试{id, select, none {} other {；联系管理员时请附上错误编号{id}}}。",
};
