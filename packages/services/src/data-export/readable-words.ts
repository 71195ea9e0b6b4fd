import type { Bilingual, Locale } from "@tidao/kernel";
import type { LookKind } from "../data-access/note-access";
import type { Snapshot } from "./snapshot.repo";

/** What the file of somebody's data says around it. It leaves the product with them, so its words stand here and not with the screens'. */
const words = {
  title: { zh: "我在题道的数据", en: "My data in Tidao" },
  made: { zh: "{name}（{email}）的数据，截至{at}。", en: "Data of {name} ({email}) as of {at}." },
  alsoJson: {
    zh: "同样的内容以JSON格式存放在data文件夹，供程序读取。进行中的作业在反馈开放之前不写判分，也不写关于其中题目的笔记和题干；题目的答案与解析属于课程，不在此文件中。",
    en: "The folder data holds the same, and more, as JSON for programs. Verdicts of an assignment appear once its feedback is open, what its questions ask and your notes on them once it is closed; keys and solutions belong to the course and are not in this file.",
  },
  account: { zh: "账户", en: "Account" },
  name: { zh: "姓名", en: "Name" },
  email: { zh: "邮箱", en: "E-mail address" },
  verified: { zh: "已验证", en: "confirmed" },
  unverified: { zh: "未验证", en: "not confirmed" },
  language: { zh: "语言", en: "Language" },
  zone: { zh: "时区", en: "Time zone" },
  since: { zh: "始于", en: "Since" },
  signIns: { zh: "登录的设备", en: "Where I signed in" },
  device: { zh: "浏览器标识", en: "Browser" },
  lastUsed: { zh: "最近使用", en: "Last used" },
  ended: { zh: "退出时间", en: "Signed out" },
  classes: { zh: "班级", en: "Classes" },
  role: { zh: "角色", en: "Role" },
  left: { zh: "离开时间", en: "Left" },
  notes: { zh: "我的笔记", en: "My notes" },
  about: { zh: "关于", en: "About" },
  text: { zh: "我写的", en: "What I wrote" },
  bookmarks: { zh: "收藏的题目", en: "Bookmarked questions" },
  lists: { zh: "我的题单", en: "My lists" },
  list: { zh: "题单", en: "List" },
  reports: { zh: "我的纠错", en: "Problems that I reported" },
  reply: { zh: "答复", en: "Reply" },
  plan: { zh: "面试计划", en: "Interview plan" },
  interview: { zh: "面试日期", en: "Interview" },
  minutes: { zh: "每天分钟数", en: "Minutes a day" },
  reviews: { zh: "复习卡片", en: "Review cards" },
  due: { zh: "下次复习", en: "Due" },
  mastery: { zh: "各主题的掌握情况", en: "Mastery by topic" },
  topic: { zh: "主题", en: "Topic" },
  answersCount: { zh: "作答数", en: "Answers" },
  rightCount: { zh: "答对", en: "Right" },
  days: { zh: "每天的练习", en: "Practice by day" },
  day: { zh: "日期", en: "Day" },
  seconds: { zh: "用时（秒）", en: "Time (s)" },
  answers: { zh: "我的作答", en: "My answers" },
  none: { zh: "没有记录。", en: "Nothing recorded." },
  when: { zh: "时间", en: "When" },
  asked: { zh: "题目", en: "Question" },
  answered: { zh: "我的答案", en: "My answer" },
  verdict: { zh: "判分", en: "Verdict" },
  blank: { zh: "（未作答）", en: "(no answer)" },
  withheld: { zh: "反馈尚未开放", en: "feedback not open yet" },
  withheldNote: { zh: "（属于进行中的作业，作业结束后再导出就有）", en: "(belongs to an open assignment; in a file made after it closes)" },
  attempts: { zh: "作业", en: "Assignments" },
  assignment: { zh: "作业", en: "Assignment" },
  class: { zh: "班级", en: "Class" },
  verdictOf: { zh: "{verdict}（{points}）", en: "{verdict} ({points})" },
  points: { zh: "得分", en: "Points" },
  looked: { zh: "谁看过我的数据", en: "Who looked at my data" },
  who: { zh: "查看者", en: "Who" },
  what: { zh: "查看内容", en: "What" },
  times: { zh: "次数", en: "Times" },
  gone: { zh: "已注销的账户", en: "a deleted account" },
  allFiles: { zh: "data文件夹中的文件", en: "Files in the folder data" },
} satisfies Record<string, Bilingual>;
export type ReadableWord = keyof typeof words;

const looks: Record<LookKind, Bilingual> = {
  work: { zh: "我的作答", en: "my answers" },
  results: { zh: "班级成绩表", en: "the class’s results" },
  csv: { zh: "导出的成绩文件", en: "a file of the results" },
  members: { zh: "班级成员名单", en: "the members of the class" },
  accounts: { zh: "账户列表中我的一行", en: "my row in the list of accounts" },
  account: { zh: "账户页面", en: "the account page" },
};
const coded: Record<string, Bilingual> = {
  ...looks,
  right: { zh: "正确", en: "right" },
  partial: { zh: "部分正确", en: "partly right" },
  wrong: { zh: "错误", en: "wrong" },
  pending: { zh: "待定", en: "pending" },
  learner: { zh: "学习者", en: "learner" },
  instructor: { zh: "教师", en: "instructor" },
  zh: { zh: "中文", en: "Chinese" },
  en: { zh: "英文", en: "English" },
};

export const sayIn = (locale: Locale) => (word: ReadableWord, params: Record<string, string> = {}) =>
  words[word][locale].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
/** A word of the data in the reader's language; one that is not known stays as it is. */
export const codeIn = (locale: Locale, code: string): string => coded[code]?.[locale] ?? code;

const note: Bilingual<(name: string, at: string) => string> = {
  zh: (name, at) => `这是${name}在题道的全部数据，截至${at}。\n用浏览器打开index.html即可阅读；data文件夹里是同样的数据（JSON格式）。\n`,
  en: (name, at) => `All data of ${name} in Tidao as of ${at}.\nOpen index.html in a browser to read it; the folder data holds it as JSON for programs.\n`,
};
/** @param at when it was made, as the learner's clock says it */
export const readMe = ({ account }: Snapshot, at: string): string => note[account.locale](account.name, at);
