import "@tidao/player/mathematics.css";
import type { AdminRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { notFound } from "next/navigation";
import { isVersionId } from "../../../../../features/history/version-id";
import { ReportView } from "../../../../../features/reports/report-view";
import { pageWords } from "../../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.reports.title });

export default async function ReportPage({ params }: { params: Promise<{ reportId: string }> }) {
  const actor = await requirePermission("question.edit");
  const { reportId } = await params;
  if (!isVersionId(reportId)) notFound();
  const api = await serverCaller<AdminRouter>();
  const report = await loaded(api.reports.getReport({ reportId }));
  return <ReportView report={report} zone={actor.zone} now={new Date()} />;
}
