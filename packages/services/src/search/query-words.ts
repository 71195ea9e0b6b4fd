import type { QuestionKind } from "@tidao/grading";
import type { Bilingual } from "@tidao/kernel";

export const filterNames = ["topic", "kind", "is", "in", "difficulty"] as const;
export type FilterName = (typeof filterNames)[number];
export const places = ["lessons", "questions", "terms", "paths", "notes"] as const;
export type Place = (typeof places)[number];
export const states = ["due", "wrong", "new", "right", "misconception", "bookmarked", "noted"] as const;
export type State = (typeof states)[number];

/** How each thing is written in a query: the first form of a language is what is printed, all forms of both are understood. */
type Forms<T extends string> = Record<T, Bilingual<readonly string[]>>;

export const nameForms: Forms<FilterName> = {
  topic: { en: ["topic"], zh: ["主题"] },
  kind: { en: ["kind", "type"], zh: ["题型"] },
  is: { en: ["is"], zh: ["状态"] },
  in: { en: ["in"], zh: ["范围", "类型"] },
  difficulty: { en: ["difficulty", "level"], zh: ["难度"] },
};
export const placeForms: Forms<Place> = {
  lessons: { en: ["lessons", "lesson", "topics"], zh: ["课文", "主题"] },
  questions: { en: ["questions", "question"], zh: ["题目", "题"] },
  terms: { en: ["terms", "term", "glossary"], zh: ["术语", "术语表"] },
  paths: { en: ["paths", "path"], zh: ["路径", "学习路径"] },
  notes: { en: ["notes", "note"], zh: ["笔记"] },
};
export const stateForms: Forms<State> = {
  due: { en: ["due"], zh: ["待复习", "到期", "该复习"] },
  wrong: { en: ["wrong"], zh: ["答错", "错", "错题"] },
  new: { en: ["new", "unseen"], zh: ["没做过", "未做", "新题"] },
  right: { en: ["right"], zh: ["答对", "对"] },
  misconception: { en: ["misconception", "misconceived"], zh: ["误区", "有误区"] },
  bookmarked: { en: ["bookmarked", "bookmark"], zh: ["收藏", "已收藏"] },
  noted: { en: ["noted"], zh: ["有笔记"] },
};
export const kindForms: Forms<QuestionKind> = {
  "single-choice": { en: ["single-choice", "single"], zh: ["单选题", "单选"] },
  "multiple-choice": { en: ["multiple-choice", "multiple"], zh: ["多选题", "多选"] },
  numeric: { en: ["numeric", "number"], zh: ["数值题", "数值"] },
  ordering: { en: ["ordering", "order"], zh: ["排序题", "排序"] },
  matching: { en: ["matching", "match"], zh: ["匹配题", "匹配"] },
  cloze: { en: ["cloze", "blanks"], zh: ["填空题", "填空"] },
  "find-error": { en: ["find-error", "error"], zh: ["找错题", "找错"] },
  "short-answer": { en: ["short-answer", "short"], zh: ["简答题", "简答"] },
};

export function findByForm<T extends string>(forms: Forms<T>, written: string): T | null {
  for (const [name, { en, zh }] of Object.entries(forms) as [T, Bilingual<readonly string[]>][])
    if (en.includes(written) || zh.includes(written)) return name;
  return null;
}
export const allForms = <T extends string>(forms: Forms<T>): string[] =>
  Object.values<Bilingual<readonly string[]>>(forms).flatMap(({ en, zh }) => [...en, ...zh]);
