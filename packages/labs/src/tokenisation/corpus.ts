/** The bench's training data: 12 sentences, 43 words of 28 types, 77 characters (38 distinct), 231 bytes of UTF-8. */
export const trainingSentences: readonly (readonly string[])[] = [
  ["研究", "生命", "的", "起源"],
  ["研究生", "学习", "模型"],
  ["他", "研究", "语言", "模型"],
  ["生命", "起源", "于", "海洋"],
  ["我们", "训练", "大", "模型"],
  ["美国", "会", "采取", "措施"],
  ["国会", "采取", "措施"],
  ["他", "将", "来", "上海"],
  ["我", "将来", "去", "上海"],
  ["李明", "学习", "语言"],
  ["王明", "研究", "海洋"],
  ["张华", "训练", "模型"],
];

/** What a subword tokeniser reads: no blanks. */
export const rawLines: readonly string[] = trainingSentences.map((words) => words.join(""));

export const wordCounts: ReadonlyMap<string, number> = countWords();
export const dictionary: readonly string[] = [...wordCounts.keys()];
export const maxTypeLength = Math.max(...dictionary.map((word) => [...word].length));

function countWords(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of trainingSentences.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
