import type { UserActor } from "@tidao/access";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { longestSkipTest } from "@tidao/measurement";
import { pool } from "@tidao/prisma";
import { z } from "zod";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { findLesson, listTopicRows } from "../course/topic.repo";
import { listCandidates } from "./candidates.repo";
import type { SkipResult } from "./finish-skip-test";
import { fewestForSkipTest, isForSkipTest } from "./next-of-skip-test";
import { skipTestAgainAt } from "./skip-pause";
import { findTest, listItems } from "./test.repo";

export const skipTestInput = z.strictObject({ topic: z.string().max(60) });
export const skipTestDto = z.strictObject({
  topic: z.strictObject({ slug: z.string(), title: z.string(), skipped: z.boolean() }),
  most: z.number().int(),
  fewest: z.number().int(),
  /** Whether the topic has questions enough. */
  possible: z.boolean(),
  open: z.strictObject({ answered: z.number().int() }).nullable(),
  /** After a failed test: when another may begin; null when one may begin now. */
  againAt: z.string().nullable(),
  /** How the last test went; what was missing, with the place in the lesson where there is one. */
  last: z
    .strictObject({
      finishedAt: z.string(),
      passed: z.boolean(),
      questions: z.number().int(),
      right: z.number().int(),
      missing: z.array(z.strictObject({ objective: z.string(), text: z.string(), section: z.string().nullable() })),
      /** Without those that an open assignment holds. */
      answers: z.array(z.strictObject({ submissionId: z.string(), right: z.boolean() })),
    })
    .nullable(),
});

/** All that stands around the test by which a topic is skipped. @throws NOT_FOUND */
export async function getSkipTest(
  actor: UserActor,
  { topic }: z.infer<typeof skipTestInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof skipTestDto>> {
  const now = clock.now();
  const rows = await listTopicRows(actor, now);
  const row = rows.find(({ slug }) => slug === topic);
  if (!row) throw new DomainError("NOT_FOUND", { what: "topic" });
  const [open, last, lesson, withheld] = await Promise.all([
    findTest(actor.subjectId, topic, "open"),
    findTest(actor.subjectId, topic, "finished"),
    findLesson(topic, locale),
    listWithheldQuestionIds(actor, now),
  ]);
  const candidates = await listCandidates(pool, actor.subjectId, { topic, except: [], withheld });
  const result = last?.result as SkipResult | undefined;
  const held = new Set((last ? await listItems(last.id) : []).flatMap(({ questionId, answer }) => (answer && withheld.includes(questionId) ? [answer.submissionId] : [])));
  const full = ({ points }: { points: number }) => points > 1 - 1e-9;
  const missed = new Set(result?.answers.filter((a) => !full(a)).map(({ objective }) => objective));
  return {
    topic: { slug: topic, title: row.body.title[locale], skipped: row.skippedAt !== null },
    most: longestSkipTest,
    fewest: fewestForSkipTest,
    possible: candidates.filter(isForSkipTest).length >= fewestForSkipTest,
    againAt: skipTestAgainAt(last, now)?.toISOString() ?? null,
    open: open && { answered: (await listItems(open.id)).filter(({ answer }) => answer !== null).length },
    last:
      last?.finishedAt && result
        ? {
            finishedAt: last.finishedAt.toISOString(),
            passed: result.passed,
            questions: result.answers.length,
            right: result.answers.filter(full).length,
            missing: row.body.objectives
              .filter(({ id }) => missed.has(id))
              .map(({ id, text }) => ({
                objective: id,
                text: text[locale],
                section: lesson?.rendered.headings.find(({ objective }) => objective === id)?.id ?? null,
              })),
            answers: result.answers.filter(({ submissionId }) => !held.has(submissionId)).map((a) => ({ submissionId: a.submissionId, right: full(a) })),
          }
        : null,
  };
}
