import type { learnerWork as original } from "../en/learner-work";
import type { Translation } from "../../translation";

export const learnerWork: Translation<typeof original> = {
  numeric: { label: "答案" },
  shortAnswer: { label: "答案" },
  feedback: { yourChoice: "关于所选的选项", yourAnswer: "作答" },
  marks: {
    chosenRight: "选了，正确",
    chosenWrong: "选了，不对",
    errorFound: "有误，找到了",
    errorMissed: "有误，漏掉了",
    soundMarked: "没有错，但被标记了",
    found: "答案中已识别",
  },
};
