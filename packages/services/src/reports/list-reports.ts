import type { UserActor } from "@tidao/access";
import { locales } from "@tidao/kernel";
import { pointsFromMicro } from "@tidao/measurement";
import { z } from "zod";
import { reportStates } from "./list-own-reports";
import { reportKinds } from "./report-question";
import { countReports, listReportRows, type ReportRow } from "./report.repo";

const pageSize = 25;
export const reportsInput = z.strictObject({
  state: z.enum(reportStates).default("open"),
  page: z.number().int().min(1).max(10_000).default(1),
});
/** A report as editors read it: nothing says whose it is. */
export const reportRow = z.strictObject({
  id: z.string(),
  questionId: z.string(),
  topicTitle: z.strictObject({ zh: z.string(), en: z.string() }),
  kind: z.enum(reportKinds),
  text: z.string(),
  /** The language in which the learner saw the question. */
  locale: z.enum(locales),
  state: z.enum(reportStates),
  createdAt: z.string(),
  resolvedAt: z.string().nullable(),
  /** Answers by everybody, and the mean share of the points they earned; null without any. */
  answers: z.number().int(),
  facility: z.number().nullable(),
});
export const reportRowDto = (row: ReportRow): z.infer<typeof reportRow> => ({
  id: row.id,
  questionId: row.questionId,
  topicTitle: row.topicTitle,
  kind: row.kind,
  text: row.text,
  locale: row.locale,
  state: row.state,
  createdAt: row.createdAt.toISOString(),
  resolvedAt: row.resolvedAt?.toISOString() ?? null,
  answers: row.answers,
  facility: row.answers ? pointsFromMicro(row.microPoints) / row.answers : null,
});

export const reportsPageDto = z.strictObject({
  reports: z.array(reportRow),
  counts: z.strictObject({ open: z.number().int(), answered: z.number().int(), dismissed: z.number().int() }),
  pageSize: z.number().int(),
});
/** What learners reported, by state, 25 a page. */
export async function listReports(_: UserActor, { state, page }: z.infer<typeof reportsInput>): Promise<z.infer<typeof reportsPageDto>> {
  const [rows, counts] = await Promise.all([listReportRows(state, (page - 1) * pageSize, pageSize), countReports()]);
  return { reports: rows.map(reportRowDto), counts, pageSize };
}
