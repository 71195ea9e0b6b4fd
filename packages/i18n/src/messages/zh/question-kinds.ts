import type { questionKinds as original } from "../en/question-kinds";
import type { Translation } from "../../translation";

export const questionKinds: Translation<typeof original> = {
  "single-choice": "单选题",
  "multiple-choice": "多选题",
  numeric: "数值题",
  ordering: "排序题",
  matching: "匹配题",
  cloze: "填空题",
  "find-error": "找错题",
  "short-answer": "简答题",
};
