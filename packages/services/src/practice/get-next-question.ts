import type { UserActor } from "@tidao/access";
import { type Clock, type Locale, seedFrom } from "@tidao/kernel";
import { variantSeeds } from "@tidao/grading/spec";
import { z } from "zod";
import { getPublishedVersion } from "../bank/question-version.repo";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { longestQuery, questionsOfSearch } from "../search";
import { questionForLearner, type QuestionForLearner } from "./question-for-learner.dto";
import { findNextQuestion } from "./next-question.repo";
import { questionForLearnerDto } from "./question-dto";

export const nextQuestionInput = z.strictObject({
  topic: z.string().max(60).nullish(),
  objective: z.string().max(60).nullish(),
  /** Of all topics of a study path, never two of one topic in a row where others fit. */
  path: z.string().max(60).nullish(),
  /** "another like this": a new variant of this very question. */
  question: z.string().max(80).nullish(),
  /** Questions just answered, so that none comes twice in a row. */
  except: z.array(z.string().max(80)).max(50).default([]),
  /** Of the questions that this search finds, as it is typed into the search box. */
  search: z.string().max(longestQuery).nullish(),
  /** Only what is due for review. */
  dueOnly: z.boolean().default(false),
});
export const nextQuestionDto = z.strictObject({
  /** Null when nothing (more) fits. */
  question: questionForLearner.nullable(),
  /** due: its review date has come; new: never answered; again: wrong last time; practice: longest ago. */
  reason: z.enum(["due", "new", "again", "practice"]).nullable(),
  /** How many questions fit in all, and how many of them were ever answered. */
  total: z.number().int(),
  seen: z.number().int(),
  due: z.number().int(),
});

/** The next question for practice: due first, then new ones close to the learner's level, then wrong ones, then the oldest. */
export async function getNextQuestion(
  actor: UserActor,
  input: z.infer<typeof nextQuestionInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof nextQuestionDto>> {
  const now = clock.now();
  const withheld = await listWithheldQuestionIds(actor, now);
  const among = input.search ? await questionsOfSearch(actor, input.search, now) : null;
  const next = await findNextQuestion(actor.subjectId, { ...input, among }, withheld, now);
  if (!next.versionId) return { question: null, reason: null, total: next.total, seen: next.seen, due: next.due };
  const version = await getPublishedVersion(next.versionId);
  const seed = seedFrom(`${actor.subjectId}|${version.questionId}|${next.answers}`) % variantSeeds;
  const question: QuestionForLearner = await questionForLearnerDto(version, seed, locale);
  return { question, reason: next.reason, total: next.total, seen: next.seen, due: next.due };
}
