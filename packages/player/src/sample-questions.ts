import type { Feedback, QuestionKind, ShownOf } from "./question-props";

/** One question of each kind as the server would send it, for tests. */
export const samples: { [K in QuestionKind]: ShownOf<K> } = {
  "single-choice": {
    kind: "single-choice",
    stem: "<p>How many bytes per parameter does mixed-precision Adam keep?</p>",
    hintsAvailable: 2,
    choices: [
      { id: "two", html: "2" },
      { id: "sixteen", html: "<strong>16</strong>" },
      { id: "four", html: "4" },
    ],
  },
  "multiple-choice": {
    kind: "multiple-choice",
    stem: "<p>What grows with the length of the sequence?</p>",
    hintsAvailable: 0,
    choices: [
      { id: "kv", html: "The KV cache" },
      { id: "weights", html: "The weights" },
      { id: "activations", html: "Activations" },
    ],
  },
  numeric: {
    kind: "numeric",
    stem: "<p>How large is the cache?</p>",
    hintsAvailable: 1,
    unit: "GB",
    units: ["GB", "GiB"],
  },
  ordering: {
    kind: "ordering",
    stem: "<p>Order the steps.</p>",
    hintsAvailable: 0,
    items: [
      { id: "merge", html: "Merge the most frequent pair" },
      { id: "count", html: "Count pairs" },
      { id: "split", html: "Split into bytes" },
    ],
  },
  matching: {
    kind: "matching",
    stem: "<p>Match each method to what it saves.</p>",
    hintsAvailable: 0,
    lefts: [
      { id: "a", html: "ZeRO-1" },
      { id: "b", html: "Paging" },
      { id: "c", html: "LoRA" },
    ],
    rights: [
      { id: "b", html: "Fragmentation" },
      { id: "c", html: "Gradients and states" },
      { id: "a", html: "Optimiser states" },
      { id: "x", html: '<span class="katex">x</span>' },
    ],
  },
  cloze: {
    kind: "cloze",
    stem: "<p>Fill in.</p>",
    hintsAvailable: 0,
    passage:
      '<p>A cache of <span data-blank="b1"></span> layers takes 16 <span class="blank" data-blank="b2"></span>.</p>',
    blanks: ["b1", "b2"],
  },
  "find-error": {
    kind: "find-error",
    stem: "<p>What is wrong?</p>",
    hintsAvailable: 0,
    passage:
      '<p><span data-span="s1">Caching lowers memory</span> and <span data-span="s2">takes <span class="katex">2L</span> bytes</span>.</p>',
    spans: ["s1", "s2"],
  },
  "short-answer": { kind: "short-answer", stem: "<p>Why does it fail?</p>", hintsAvailable: 0 },
};

export const wrongSingleChoice: Feedback = {
  verdict: "wrong",
  points: 0,
  maxPoints: 1,
  rule: "single-choice",
  hintsTaken: 1,
  parts: [
    { id: "two", chosen: true, right: false, whyHtml: "<p>That is the weight alone.</p>" },
    { id: "sixteen", chosen: false, right: false, whyHtml: "<p>2 + 2 + 12.</p>" },
    { id: "four", chosen: false, right: true, whyHtml: "<p>That is FP32 weights.</p>" },
  ],
  misconceptions: [
    { id: "mem-m4", beliefHtml: "Training needs what inference needs.", truthHtml: "Adam keeps 12 bytes more." },
  ],
  solutionHtml: "<p>Sum the ledger.</p>",
  correctAnswer: { kind: "single-choice", choiceId: "sixteen" },
  sources: [{ id: "rajbhandari-2020", label: "Rajbhandari et al., 2020", url: "https://arxiv.org/abs/1910.02054" }],
};
