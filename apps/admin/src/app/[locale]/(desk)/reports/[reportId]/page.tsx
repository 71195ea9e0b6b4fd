import "@tidao/player/mathematics.css";
import type { AdminRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { notFound } from "next/navigation";
import { cache } from "react";
import { isVersionId } from "../../../../../features/history/version-id";
import { ReportView } from "../../../../../features/reports/report-view";
import { pageWords } from "../../../../../page-words";

interface ReportPageProps {
  params: Promise<{ reportId: string }>;
}
const loadReport = cache(async (reportId: string) => {
  if (!isVersionId(reportId)) notFound();
  return loaded((await serverCaller<AdminRouter>()).reports.getReport({ reportId }));
});

export async function generateMetadata({ params }: ReportPageProps) {
  await requirePermission("question.edit");
  const { words, say } = pageWords();
  return { title: say(words.reports.one, { id: (await loadReport((await params).reportId)).questionId }) };
}

export default async function ReportPage({ params }: ReportPageProps) {
  const actor = await requirePermission("question.edit");
  const report = await loadReport((await params).reportId);
  return <ReportView report={report} zone={actor.zone} now={new Date()} />;
}
