import type { UserActor } from "@tidao/access";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { longestPlacement } from "@tidao/measurement";
import { z } from "zod";
import { loadCourse, pathSummary, pathSummaryDto } from "../course/list-paths";
import { topicSummary, topicSummaryDto } from "../course/topic.dto";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import type { PlacementResult } from "./finish-placement";
import { findTest, listItems } from "./test.repo";

const topicRef = z.strictObject({ slug: z.string(), title: z.string() });
const level = z.number().int().min(0).max(4);
export const placementResultDto = z.strictObject({
  finishedAt: z.string(),
  questions: z.number().int(),
  /** Topics with questions of their own. */
  asked: z.array(
    z.strictObject({
      topic: topicRef,
      before: level,
      level,
      /** Without those that an open assignment holds. */
      answers: z.array(z.strictObject({ submissionId: z.string(), verdict: z.enum(["right", "partial", "wrong", "pending"]), blank: z.boolean() })),
    }),
  ),
  /** Topics whose level follows from topics that build on them. */
  inferred: z.array(z.strictObject({ topic: topicRef, before: level, level, because: z.array(topicRef) })),
  /** Neither asked about nor following from an answer. */
  open: z.array(topicRef),
  /** Why it ended: surer than another question would have made it, or as long as it may be. */
  ended: z.enum(["sure", "longest"]),
  /** What can be gone into now: ready, or begun and not yet good enough to build on. */
  ready: z.array(topicSummary),
  paths: z.array(pathSummary),
});

/** The learner's newest placement, explained, with what is ready now. @throws NOT_FOUND before the first */
export async function getResult(actor: UserActor, _: object, { clock, locale }: { clock: Clock; locale: Locale }): Promise<z.infer<typeof placementResultDto>> {
  const test = await findTest(actor.subjectId, null, "finished");
  if (!test?.finishedAt) throw new DomainError("NOT_FOUND", { what: "placement" });
  const [items, course, withheld] = await Promise.all([listItems(test.id), loadCourse(actor, clock), listWithheldQuestionIds(actor, clock.now())]);
  // one that could be asked no more at the end was not answered
  const questions = items.filter(({ answer }) => answer !== null).length;
  const told = items.filter(({ questionId }) => !withheld.includes(questionId));
  const { topics } = test.result as PlacementResult;
  const titles = new Map(course.topics.map(({ slug, body }) => [slug, body.title[locale]]));
  const ref = (slug: string) => ({ slug, title: titles.get(slug) ?? slug });
  const known = topics.filter(({ topic }) => titles.has(topic));
  return {
    finishedAt: test.finishedAt.toISOString(),
    questions,
    ended: questions < longestPlacement ? "sure" : "longest",
    asked: known
      .filter(({ asked }) => asked > 0)
      .map(({ topic, before, level }) => ({
        topic: ref(topic),
        before,
        level,
        answers: told.flatMap(({ topic: of, answer }) => (of === topic && answer ? [{ submissionId: answer.submissionId, verdict: answer.verdict, blank: answer.blank }] : [])),
      })),
    inferred: known.filter((t) => t.asked === 0 && t.set).map(({ topic, before, level, because }) => ({ topic: ref(topic), before, level, because: because.map(ref) })),
    open: known.filter((t) => t.asked === 0 && !t.set).map(({ topic }) => ref(topic)),
    ready: course.topics
      .filter(({ slug, questions, hasLesson }) => course.progress.get(slug)?.open && (questions > 0 || hasLesson))
      .map((row) => topicSummaryDto(row, course.progress.get(row.slug), locale)),
    paths: course.paths.map((path) => pathSummaryDto(path, course, locale)),
  };
}
