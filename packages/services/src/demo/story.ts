/**
 * What the demo learner did before anyone signed in, in days from the first one. It shows what a learner's screens are for:
 * a topic that is mastered, one where they are surer than right, a holiday after which much was due, a plan toward a date.
 */
export const story = {
  path: "whole-course",
  /** Days of the story; the last of them was yesterday. */
  days: 40,
  /** When each was begun, the chance to know a new question of it, and how much surer they are than that. */
  topics: [
    { slug: "tokenisation", day: 0, knows: 0.97, overrates: 0 },
    { slug: "application-scenarios", day: 5, knows: 0.9, overrates: 0 },
    { slug: "evaluation", day: 11, knows: 0.36, overrates: 1.5 },
    { slug: "overfitting", day: 18, knows: 0.75, overrates: 0 },
    { slug: "training-and-optimisation", day: 26, knows: 0.6, overrates: -0.6 },
    { slug: "model-compression", day: 33, knows: 0.85, overrates: 0 },
  ],
  /** Days without an answer, and yesterday without a review: so some are due today. */
  daysOff: [6, 13, 20, 21, 22, 23, 30, 38],
  newADay: 3,
  reviewsADay: 9,
  plan: {
    day: 28,
    minutesADay: 40,
    daysOff: [7],
    daysLeft: 24,
    leftOut: [
      "long-context", "long-range-dependencies", "cross-domain-transfer", "transfer-learning", "transfer-optimisation", "multi-task", "scalability",
      "online-learning", "energy", "multimodal-fusion", "cross-modal-transfer", "interpretability-methods", "data-privacy",
    ],
  },
  assignments: [
    { title: "第一次作业：分词与场景 · Tokens and scenarios", topics: ["tokenisation", "application-scenarios"], questions: 6, opens: 24, answered: 27, due: 31 },
    // few, and of a topic that the learner has not begun: what is withheld must not empty their practice
    { title: "第二次作业：数据噪声 · Noisy data", topics: ["noisy-data"], questions: 4, opens: 37, answered: null, due: 46 },
  ],
} as const;
