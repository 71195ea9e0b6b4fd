import { z } from "zod";

const count = z.number().int();
const share = z.strictObject({ share: z.number().nullable(), low: z.number(), high: z.number(), n: count });
const figures = { answers: count, right: count, accuracy: share, secondsPerAnswer: z.number().nullable() };
const topicRef = z.strictObject({ slug: z.string(), title: z.string() });

export const overviewInput = z.strictObject({
  /** A search as in the search box: every figure that can be told by question is then of its questions only. */
  q: z.string().max(200).default(""),
});
export const overviewDto = z.strictObject({
  /** What the figures are of: null, everything; else the search and how many questions it finds. */
  scope: z.strictObject({ query: z.string(), questions: count, topics: z.array(topicRef) }).nullable(),
  totals: z.strictObject({ ...figures, seconds: count, due: count }),
  topics: z.array(z.strictObject({ ...topicRef.shape, number: count, area: z.string(), ...figures, level: count, state: z.string(), due: count })),
  kinds: z.array(z.strictObject({ kind: z.string(), ...figures })),
  difficulties: z.array(z.strictObject({ difficulty: count, ...figures })),
  calibration: z.strictObject({
    levels: z.array(z.strictObject({ level: count, stated: z.number(), answers: count, right: count, accuracy: share })),
    /** Null until something was said. */
    report: z.strictObject({ answers: count, brier: z.number(), bias: z.number() }).nullable(),
    /** The topic where what is said and what is so lie furthest apart, where enough was said. */
    furthest: z.strictObject({ ...topicRef.shape, stated: z.number(), right: z.number(), answers: count }).nullable(),
  }),
  retention: z.strictObject({
    desired: z.number(),
    reviews: count,
    recalled: count,
    accuracy: share,
    /** Weeks with reviews, oldest first; empty where the figures are of a search, which days do not know of. */
    weeks: z.array(z.strictObject({ from: z.string(), reviews: count, recalled: count, expected: z.number() })),
  }),
  /** One entry for each of the last 371 days in the learner's zone, oldest first. */
  days: z.array(z.strictObject({ date: z.string(), answers: count, right: count, seconds: count })),
  streak: z.strictObject({ days: count, freezes: count, frozen: z.array(z.string()), longest: count }),
  misconceptions: z.array(
    z.strictObject({
      id: z.string(),
      /** Of answers whose verdict the learner has seen; withheld questions are not among them. */
      feedback: z.strictObject({ beliefHtml: z.string(), truthHtml: z.string() }),
      topic: topicRef,
      questions: count,
      shownBy: z.array(z.strictObject({ submissionId: z.string(), questionId: z.string(), at: z.string() })),
    }),
  ),
  /** Topics that the last seven days moved, the most first. */
  week: z.array(
    z.strictObject({ ...topicRef.shape, answers: count, right: count, levelBefore: count, levelNow: count, knowsBefore: z.number(), knowsNow: z.number() }),
  ),
  /** Where practice would help most: answered, lowest level, most due. */
  weakest: topicRef.nullable(),
});
export type Overview = z.infer<typeof overviewDto>;
