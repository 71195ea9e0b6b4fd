import type { Answer } from "@tidao/grading";

const text = (zh: string, en = zh) => ({ zh, en });
const base = { difficulty: 3, expectedSeconds: 60, objective: "s-o1", sources: ["sample-2020"], solution: text("解", "Solution") };
const choice = (id: string, correct = false, misconception?: string) => ({ id, text: text(`选项 ${id}`, `Choice ${id}`), correct, why: text(`因为 ${id}`, `Because ${id}`), misconception });

/** A question of every kind, small enough to compute by hand. */
export const sampleSpecs: Record<string, object> = {
  single: { ...base, stem: text("单选", "Single"), hints: [text("提示一", "Hint one"), text("提示二", "Hint two")], interaction: { kind: "single-choice", choices: [choice("a", true), choice("b", false, "s-m1"), choice("c")] } },
  multiple: { ...base, stem: text("多选", "Multiple"), interaction: { kind: "multiple-choice", choices: [choice("a", true), choice("b", true), choice("c"), choice("d")] } },
  numeric: {
    ...base, objective: "s-o2", stem: text("{{n}} 加一", "{{n}} plus one"), variant: { parameters: { n: { min: 1, max: 50, step: 1 } } },
    interaction: { kind: "numeric", answer: "n + 1", check: "(2 * n + 2) / 2", tolerance: { absolute: 0 }, distractors: [{ value: "n - 1", why: text("减了", "Subtracted"), misconception: "s-m1" }] },
  },
  ordering: { ...base, stem: text("排序", "Order"), interaction: { kind: "ordering", items: ["x", "y", "z"].map((id) => ({ id, text: text(id) })), why: text("顺序", "The order") } },
  matching: { ...base, stem: text("连线", "Match"), interaction: { kind: "matching", pairs: ["p", "q", "r"].map((id) => ({ id, left: text(`左 ${id}`), right: text(`右 ${id}`), why: text(id) })) } },
  cloze: { ...base, stem: text("填空", "Fill"), interaction: { kind: "cloze", passage: text("甲 [[w]] 乙"), blanks: [{ id: "w", accept: { zh: ["词"], en: ["word"] }, why: text("词", "word") }] } },
  error: { ...base, objective: "s-o2", stem: text("找错", "Find"), interaction: { kind: "find-error", passage: text("[[s1|一]] [[s2|二]] [[s3|三]]"), spans: [{ id: "s1", why: text("对") }, { id: "s2", wrong: true, why: text("错"), correction: text("改") }, { id: "s3", why: text("对") }] } },
  short: {
    ...base, objective: "s-o2", stem: text("简答", "Say"), interaction: {
      kind: "short-answer", modelAnswer: text("答", "Answer"),
      keyPoints: [
        { id: "k1", text: text("要点一", "Point one"), phrases: { zh: ["缓存命中率"], en: ["cache hit rate"] } },
        { id: "k2", text: text("要点二", "Point two"), phrases: { zh: ["内存带宽瓶颈"], en: ["memory bandwidth bound"] } },
      ],
    },
  },
};

/** A right, a wrong and (where it exists) a half-right answer in the author's ids. */
export const sampleAnswers: Record<string, Answer[]> = {
  single: [{ kind: "single-choice", choiceId: "a" }, { kind: "single-choice", choiceId: "b" }],
  basis: [{ kind: "single-choice", choiceId: "a" }, { kind: "single-choice", choiceId: "c" }],
  multiple: [{ kind: "multiple-choice", choiceIds: ["a", "b"] }, { kind: "multiple-choice", choiceIds: ["c"] }, { kind: "multiple-choice", choiceIds: ["a"] }],
  numeric: [{ kind: "numeric", text: "7" }, { kind: "blank" }],
  ordering: [{ kind: "ordering", itemIds: ["x", "y", "z"] }, { kind: "ordering", itemIds: ["z", "y", "x"] }, { kind: "ordering", itemIds: ["x", "z", "y"] }],
  matching: [{ kind: "matching", matches: { p: "p", q: "q", r: "r" } }, { kind: "matching", matches: { p: "p", q: "r", r: "q" } }],
  cloze: [{ kind: "cloze", blanks: { w: "word" } }, { kind: "cloze", blanks: { w: "?" } }],
  error: [{ kind: "find-error", spanIds: ["s2"] }, { kind: "find-error", spanIds: ["s1"] }],
  short: [{ kind: "short-answer", text: "cache hit rate and memory bandwidth bound" }, { kind: "short-answer", text: "cache hit rate" }, { kind: "blank" }],
};
