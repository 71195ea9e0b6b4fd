import { questionKinds } from "@tidao/grading/spec";
import type { Locale } from "@tidao/kernel";
import { z } from "zod";
import { renderVersion } from "../bank/present-version";
import { getPublishedVersions } from "../bank/question-version.repo";
import { type KeptQuestionRow, listKeptQuestions } from "./kept-question.repo";

/** A question in a learner's own list: what it asks, and how it went last time. */
export const keptQuestion = z.strictObject({
  questionId: z.string(),
  topic: z.strictObject({ slug: z.string(), title: z.string() }),
  kind: z.enum(questionKinds),
  stemHtml: z.string(),
  /** Null for one that was never answered. */
  verdict: z.enum(["right", "partial", "wrong", "pending"]).nullable(),
  submissionId: z.string().nullable(),
  due: z.boolean(),
  /** False for a question that was retired. */
  askable: z.boolean(),
});
export type KeptQuestion = z.infer<typeof keptQuestion>;

/** @param ids none that is withheld from this learner */
export async function keptQuestionDtos(subjectId: string, ids: readonly string[], now: Date, locale: Locale): Promise<KeptQuestion[]> {
  const rows = (await listKeptQuestions(subjectId, ids, now)).filter((row): row is KeptQuestionRow & { versionId: string } => row.versionId !== null);
  const versions = await getPublishedVersions(rows.map(({ versionId }) => versionId));
  const stems = await Promise.all(versions.map(async (version) => (await renderVersion(version, 0, locale)).shown.stem));
  return rows.map((row, index) => ({
    questionId: row.questionId,
    topic: { slug: row.topicSlug, title: row.topicTitle[locale] },
    kind: row.kind,
    stemHtml: stems[index] ?? "",
    verdict: row.lastVerdict,
    submissionId: row.lastSubmission,
    due: row.due,
    askable: row.published,
  }));
}
