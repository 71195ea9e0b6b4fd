import { longestSearch } from "@tidao/kernel";
import { z } from "zod";
import { forecastDto } from "../reviews";

const count = z.number().int();
const share = z.strictObject({ share: z.number().nullable(), low: z.number(), high: z.number(), n: count });
const figures = { answers: count, right: count, accuracy: share, secondsPerAnswer: z.number().nullable() };
const topicRef = z.strictObject({ slug: z.string(), title: z.string() });
/** A search that finds what the row is of, and within a scope nothing else. */
const query = z.string();

export const overviewInput = z.strictObject({
  /** A search as in the search box: every figure is then of its questions only. */
  q: z.string().max(longestSearch).default(""),
});
export const overviewDto = z.strictObject({
  /** What the figures are of: null, everything; else the search and how many questions it finds. */
  scope: z.strictObject({ query: z.string(), questions: count }).nullable(),
  totals: z.strictObject({ ...figures, seconds: count, due: count }),
  /** Topics with answers, in the order of the course. */
  topics: z.array(z.strictObject({ ...topicRef.shape, ...figures, query })),
  kinds: z.array(z.strictObject({ kind: z.string(), ...figures, query })),
  difficulties: z.array(z.strictObject({ difficulty: count, ...figures, query })),
  calibration: z.strictObject({
    levels: z.array(z.strictObject({ level: count, stated: z.number(), answers: count, right: count, accuracy: share })),
    /** Null until something was said. */
    report: z.strictObject({ answers: count, brier: z.number(), bias: z.number() }).nullable(),
    /** The topic where what is said and what is so lie furthest apart, where enough was said. */
    furthest: z.strictObject({ ...topicRef.shape, stated: z.number(), right: z.number(), answers: count, query }).nullable(),
  }),
  retention: z.strictObject({
    desired: z.number(),
    reviews: count,
    recalled: count,
    accuracy: share,
    /** Weeks with reviews, oldest first. */
    weeks: z.array(z.strictObject({ from: z.string(), reviews: count, recalled: count, expected: z.number() })),
  }),
  /** The load of the coming days, empty without cards; in a scope each card on the day it falls due. */
  forecast: forecastDto,
  dailyNew: count,
  /** The last day of the calendar in the learner's zone, and of its 371 days those with an answer, oldest first. */
  today: z.string(),
  days: z.array(z.strictObject({ date: z.string(), answers: count, right: count, seconds: count })),
  streak: z.strictObject({ days: count, freezes: count, frozen: z.array(z.string()), longest: count }),
  /** How many are held; those shown most are in `misconceptions`. */
  misconceptionsInAll: count,
  misconceptions: z.array(
    z.strictObject({
      id: z.string(),
      /** Of answers whose verdict the learner has seen; withheld questions are not among them. */
      feedback: z.strictObject({ beliefHtml: z.string(), truthHtml: z.string() }),
      topic: z.strictObject({ ...topicRef.shape, query }),
      questions: count,
      shownBy: z.array(z.strictObject({ submissionId: z.string(), questionId: z.string(), at: z.string() })),
    }),
  ),
  /**
   * Topics that the last seven days moved, the most first. Of everything: the chance of knowing a question of the middle difficulty,
   * null before the first answer, and the level. In a scope: the share of right answers within the seven days and before, null without answers before.
   */
  week: z.array(
    z.strictObject({ ...topicRef.shape, query, answers: count, before: z.number().nullable(), now: z.number(), levels: z.strictObject({ before: count, now: count }).nullable() }),
  ),
  /** Of everything: all topics by mastery. In a scope: its topics, the level telling the share of `found` that was right last. */
  map: z.array(
    z.strictObject({
      ...topicRef.shape,
      number: count,
      area: z.string(),
      prerequisites: z.array(z.string()),
      level: count,
      state: z.enum(["not-ready", "ready", "in-progress", "mastered", "skipped"]),
      due: count,
      answers: count,
      found: z.strictObject({ questions: count, seen: count, known: count }).nullable(),
    }),
  ),
  /** Where practice would help most: answered, lowest level, most due; in a scope, least often right. */
  weakest: z.strictObject({ ...topicRef.shape, query }).nullable(),
});
export type Overview = z.infer<typeof overviewDto>;
