export const questionKinds = {
  "single-choice": "Single choice",
  "multiple-choice": "Multiple choice",
  numeric: "Number",
  ordering: "Ordering",
  matching: "Matching",
  cloze: "Fill in the blanks",
  "find-error": "Find the error",
  "short-answer": "Short answer",
} as const;
