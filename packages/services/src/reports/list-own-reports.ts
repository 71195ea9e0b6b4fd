import type { UserActor } from "@tidao/access";
import type { Clock, Locale } from "@tidao/kernel";
import { z } from "zod";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { reportKinds } from "./report-question";
import { listOwnReportRows } from "./report.repo";

const pageSize = 20;
export const reportStates = ["open", "answered", "dismissed"] as const;
export const ownReportsInput = z.strictObject({ page: z.number().int().min(1).max(1000).default(1) });
export const ownReportsDto = z.strictObject({
  reports: z.array(
    z.strictObject({
      id: z.string(),
      questionId: z.string(),
      topic: z.strictObject({ slug: z.string(), title: z.string() }),
      submissionId: z.string().nullable(),
      kind: z.enum(reportKinds),
      text: z.string(),
      state: z.enum(reportStates),
      createdAt: z.string(),
      resolvedAt: z.string().nullable(),
      /** What an editor wrote back; it may speak of the key. */
      reply: z.string().nullable(),
      /** An open assignment holds the question: neither reply nor answer is told until it closes. */
      heldBack: z.boolean(),
    }),
  ),
  total: z.number().int(),
  /** Of all pages: answered since the learner last looked. */
  unseen: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
});

/** What the learner reported and what came of it, the newest first, 20 a page; a page beyond the end is empty. */
export async function listOwnReports(
  actor: UserActor,
  { page }: z.infer<typeof ownReportsInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof ownReportsDto>> {
  const withheld = await listWithheldQuestionIds(actor, clock.now());
  const rows = await listOwnReportRows(actor.subjectId, withheld, (page - 1) * pageSize, pageSize);
  const total = rows[0]?.total ?? 0;
  return {
    reports: rows.map(({ total: _, unseen: __, topicSlug, topicTitle, createdAt, resolvedAt, answer, submissionId, ...row }) => ({
      ...row,
      submissionId: withheld.includes(row.questionId) ? null : submissionId,
      topic: { slug: topicSlug, title: topicTitle[locale] },
      createdAt: createdAt.toISOString(),
      resolvedAt: resolvedAt?.toISOString() ?? null,
      reply: withheld.includes(row.questionId) ? null : answer,
      heldBack: withheld.includes(row.questionId),
    })),
    total,
    unseen: rows[0]?.unseen ?? 0,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
  };
}
