import type { home as original } from "../en/home";
import type { Translation } from "../../translation";

export const home: Translation<typeof original> = {
  title: "首页",
  greeting: "接下来",
  next: {
    minutes: "约{minutes}分钟",
    start: "开始",
    resume: "继续",
    whyReview: "这些题正处在你快要忘记的时候。",
    whyLesson: "“{path}”的下一步。",
    whyPractice: "课文读完了，看看记住了多少。",
    whyAssignment: "{time}截止。",
    review: "{count}道题该复习了",
    lesson: "阅读“{topic}”",
    practice: "练习“{topic}”",
    assignment: "{title}",
  },
  due: {
    title: "待复习",
    none: "现在没有要复习的题，下一批在{time}。",
    noneYet: "还没有要复习的题：答过题之后，复习就开始了。",
  },
  path: { title: "学习路径", step: "第{step}步，共{total}步：{topic}", choose: "选择一条路径" },
  assignments: { title: "作业", none: "没有进行中的作业。", due: "{time}截止", join: "加入班级" },
  week: {
    title: "本周",
    line: "{days}天，答题{answers}道，正确率{accuracy}",
    none: "本周还没有答题。",
  },
  doors: {
    title: "你想从哪里开始？",
    interview: "我的面试日期已定",
    interviewHint: "在剩下的时间里，先学最常考的主题。",
    learn: "我想系统地学",
    learnHint: "从分词到部署，学每个主题之前先学它的基础。",
    test: "先测测我会多少",
    testHint: "每个领域答几道题，之后只学缺的部分。",
  },
};
