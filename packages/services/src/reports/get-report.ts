import type { UserActor } from "@tidao/access";
import { gradeAnswer, isUnreadable, keyAnswer } from "@tidao/grading";
import { answer } from "@tidao/grading/spec";
import type { Locale } from "@tidao/kernel";
import { z } from "zod";
import { instantiateVersion, renderVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { getOwnSubmission } from "../learning-record/submission.repo";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer, hideFeedback, hideShown } from "../practice/disguise";
import { feedbackForLearner, shownQuestion } from "../practice/question-for-learner.dto";
import { feedbackDto } from "../practice/submission-dto";
import { reportRow, reportRowDto } from "./list-reports";
import { getReportRow } from "./report.repo";

export const reportIdInput = z.strictObject({ reportId: z.uuid() });
export const reportForEditorDto = reportRow.extend({
  /** The version that the learner saw, and what learners get by now. */
  version: z.strictObject({ id: z.string(), number: z.number().int(), standing: z.enum(["current", "superseded", "retired"]), parameterised: z.boolean() }),
  seed: z.number().int(),
  /** The variant as it stood before the learner, in the language in which they saw it, its parts in the same order. */
  shown: shownQuestion,
  /** What they had answered; null when they reported before answering. */
  given: answer.nullable(),
  /** Of their answer; of the key where there is none. */
  feedback: feedbackForLearner.nullable(),
  /** How often each part was chosen by everybody who answered this version, in the order shown; empty for kinds without choices. */
  choices: z.array(z.strictObject({ html: z.string(), chosen: z.number().int(), correct: z.boolean() })),
  right: z.number().int(),
  otherOpen: z.number().int(),
  reply: z.string().nullable(),
  resolver: z.string().nullable(),
});

/** One report with all that is needed to judge it; not who made it. @throws NOT_FOUND */
export async function getReport(
  _: UserActor,
  { reportId }: z.infer<typeof reportIdInput>,
  __: { locale: Locale },
): Promise<z.infer<typeof reportForEditorDto>> {
  const row = await getReportRow(reportId);
  const version = await getPublishedVersion(row.versionId);
  const { seed, locale } = row;
  const spec = instantiateVersion(version, seed);
  const disguise = disguiseOf(version, seed, spec);
  const shown = hideShown((await renderVersion(version, seed, locale)).shown, disguise);
  const submission = row.submissionId ? await getOwnSubmission(row.subjectId, row.submissionId) : null;
  const key = gradeAnswer(spec, keyAnswer(spec));
  const judged = submission ?? (isUnreadable(key) ? null : { version, seed, grading: key, hintsUsed: 0 });
  const correct = new Set(spec.interaction.kind === "single-choice" || spec.interaction.kind === "multiple-choice" ? spec.interaction.choices.filter((c) => c.correct).map((c) => c.id) : []);
  return {
    ...reportRowDto(row),
    version: { id: version.id, number: version.number, standing: row.currentVersionId === null ? "retired" : row.currentVersionId === version.id ? "current" : "superseded", parameterised: version.spec.variant !== undefined },
    seed,
    shown,
    given: submission && hideAnswer(submission.answer, disguise),
    feedback: judged && hideFeedback(await feedbackDto(judged, locale), disguise),
    choices: "choices" in shown ? shown.choices.map(({ id, html }) => ({ html, chosen: row.chosen[disguise.reveal("part", id)] ?? 0, correct: correct.has(disguise.reveal("part", id)) })) : [],
    right: row.right,
    otherOpen: row.others,
    reply: row.answer,
    resolver: row.resolver,
  };
}
