import type { UserActor } from "@tidao/access";
import { variantSeeds } from "@tidao/grading";
import { type Clock, type Locale, longestSearch } from "@tidao/kernel";
import { masteryLevel } from "@tidao/measurement";
import { z } from "zod";
import { getPublishedVersion } from "../bank/question-version.repo";
import { findListOrder } from "../bookmarks/list-order";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { nextPlanned } from "../plan/next-planned";
import { whyNowDto } from "../plan/plan.dto";
import { questionsOfSearch } from "../search";
import { questionForLearner, type QuestionForLearner } from "./question-for-learner.dto";
import { planToday } from "../reviews/plan-today";
import { findLastSeed, findNextQuestion, findTopicOf, listMetTopics, type MixedTopics } from "./next-question.repo";
import { questionForLearnerDto } from "./question-dto";
import { nextVariantSeed } from "./variant-seed";

export const nextQuestionInput = z.strictObject({
  topic: z.string().max(60).nullish(),
  objective: z.string().max(60).nullish(),
  /** Of all topics of a study path, never two of one topic in a row where others fit. */
  path: z.string().max(60).nullish(),
  /** "another like this": a new variant of this very question, due or not. */
  question: z.string().max(80).nullish(),
  /** The variant that the learner has before them: after a reload it is the same, as long as it may be asked. */
  inHand: z.strictObject({ question: z.string().max(80), seed: z.number().int().nonnegative() }).nullish(),
  /** Questions just answered, so that none comes twice in a row. */
  except: z.array(z.string().max(80)).max(50).default([]),
  /** Of the questions that this search finds, as it is typed into the search box. */
  search: z.string().max(longestSearch).nullish(),
  /** The learner's own list, in its order. */
  list: z.uuid().nullish(),
  /** Only what is due for review. */
  dueOnly: z.boolean().default(false),
  /** With `dueOnly`: as many cards today although the day's limit is lower. */
  upTo: z.number().int().min(0).max(5000).nullish(),
  /** Of the topics that the learner has met, no two of one topic in a row: where levels rise. */
  mix: z.boolean().optional(),
  /** Today's list of the learner's plan, in its order. */
  plan: z.boolean().optional(),
});
export const nextQuestionDto = z.strictObject({
  /** Null when nothing (more) fits. */
  question: questionForLearner.nullable(),
  /** due: its review date has come; new: never answered; again: wrong last time; practice: longest ago. */
  reason: z.enum(["due", "new", "again", "practice"]).nullable(),
  /** The plan's own reason, where the question comes from it. */
  whyNow: whyNowDto.nullable().optional(),
  /** How many questions fit in all, and how many of them were ever answered. */
  total: z.number().int(),
  seen: z.number().int(),
  due: z.number().int(),
  /** The day that a review belongs to: its limit, what is done of it, and what waits beyond it. Null outside of reviews. */
  day: z.strictObject({ limit: z.number().int(), done: z.number().int(), waiting: z.number().int() }).nullable(),
});
type NextInput = z.infer<typeof nextQuestionInput>;
type NextQuestion = z.infer<typeof nextQuestionDto>;

/** The next question for practice: of a list, in its order; else due first, then new ones close to the learner's level, then wrong ones, then the oldest. */
export async function getNextQuestion(
  actor: UserActor,
  input: NextInput,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<NextQuestion> {
  const now = clock.now();
  const withheld = await listWithheldQuestionIds(actor, now);
  const next = await chooseNext(actor, input, withheld, now, locale);
  return input.inHand ? keepInHand(actor, input.inHand, next, withheld, now, locale) : next;
}

async function chooseNext(actor: UserActor, input: NextInput, withheld: string[], now: Date, locale: Locale): Promise<NextQuestion> {
  if (input.plan) return nextOfPlan(actor, input, withheld, now, locale);
  if (input.dueOnly && !input.question && !input.search && !input.list) return nextReview(actor, input, withheld, now, locale);
  const among = input.search ? await questionsOfSearch(actor, input.search, now) : null;
  const listed = await findListOrder(actor.subjectId, input.list);
  const mix = input.mix && !input.question ? await mixedTopics(actor.subjectId) : null;
  const dueOnly = input.dueOnly && !input.question;
  const next = await findNextQuestion(actor.subjectId, { ...input, dueOnly, among, listed, mix }, withheld, now);
  if (!next.versionId) return { question: null, reason: null, total: next.total, seen: next.seen, due: next.due, day: null };
  const question = await present(actor, next.versionId, next.answers, locale);
  return { question, reason: next.reason, total: next.total, seen: next.seen, due: next.due, day: null };
}

/** The one in hand in the place of the next, among whose others it counts; the next, where it can be asked no more. */
async function keepInHand(
  { subjectId }: UserActor,
  { question, seed }: NonNullable<NextInput["inHand"]>,
  next: NextQuestion,
  withheld: string[],
  now: Date,
  locale: Locale,
): Promise<NextQuestion> {
  // an address can be written by hand
  if (seed >= variantSeeds) return next;
  const { versionId, reason } = await findNextQuestion(subjectId, { question, among: [question], except: [], dueOnly: false }, withheld, now);
  if (!versionId) return next;
  const whyNow = next.question?.questionId === question ? next.whyNow : null;
  return { ...next, question: await questionForLearnerDto(await getPublishedVersion(versionId), seed, locale), reason, whyNow };
}

/** Topics that were met, and those whose answers are good for more than their level says. Of one topic alone nothing can be mixed: then all. */
async function mixedTopics(subjectId: string): Promise<MixedTopics | null> {
  const topics = await listMetTopics(subjectId);
  if (topics.length < 2) return null;
  const ripe = topics.filter(({ rating, answers, level }) => masteryLevel(rating, answers) > Math.max(1, level));
  return { met: topics.map(({ topic }) => topic), ripe: ripe.map(({ topic }) => topic) };
}

async function present({ subjectId }: UserActor, versionId: string, answers: number, locale: Locale): Promise<QuestionForLearner> {
  const version = await getPublishedVersion(versionId);
  const lastSeed = version.spec.variant && answers > 0 ? await findLastSeed(subjectId, version.questionId) : null;
  return questionForLearnerDto(version, nextVariantSeed({ subjectId, ...version }, answers, lastSeed), locale);
}

/** The next item of today's plan with its reason, or another variant of the one in hand. */
async function nextOfPlan(actor: UserActor, { question: again, except }: NextInput, withheld: string[], now: Date, locale: Locale): Promise<NextQuestion> {
  const { questionId, whyNow, total, done } = await nextPlanned(actor, except, now);
  const day = { total, seen: done, due: 0, day: null };
  const wanted = again ?? questionId;
  const next = wanted ? await findNextQuestion(actor.subjectId, { question: wanted, among: [wanted], except: [], dueOnly: false }, withheld, now) : null;
  if (!next?.versionId) return { question: null, reason: null, ...day };
  return { question: await present(actor, next.versionId, next.answers, locale), reason: next.reason, whyNow: again ? null : whyNow, ...day };
}

/**
 * The next review of the day's queue. What was just asked does not come at once again, what was forgotten does come back
 * within its steps of minutes: these are due again, and nothing else is asked twice.
 */
async function nextReview(actor: UserActor, input: NextInput, withheld: string[], now: Date, locale: Locale): Promise<NextQuestion> {
  const { topic, objective, path, except } = input;
  const justAsked = except.at(-1);
  const last = justAsked === undefined ? undefined : await findTopicOf(justAsked);
  const { questions, waiting, limit, numbers } = await planToday(actor, withheld, now, { topic, objective, path, upTo: input.upTo ?? 0, last });
  const next = questions.find(({ questionId }) => questionId !== justAsked) ?? questions[0];
  const { done } = numbers;
  return {
    question: next ? await present(actor, next.versionId, next.answers, locale) : null,
    reason: next ? "due" : null,
    total: done + questions.length,
    seen: done,
    due: questions.length,
    day: { limit, done, waiting },
  };
}
