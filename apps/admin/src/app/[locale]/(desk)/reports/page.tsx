import type { AdminRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import type { SearchParams } from "../../../../features/desk/filter-address";
import { readReportFilter } from "../../../../features/reports/report-filter";
import { ReportsView } from "../../../../features/reports/reports-view";
import { pageWords } from "../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.reports.title });

export default async function ReportsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requirePermission("question.edit");
  const api = await serverCaller<AdminRouter>();
  const filter = readReportFilter(await searchParams);
  const page = await loaded(api.reports.listReports(filter));
  return <ReportsView filter={filter} page={page} zone={actor.zone} now={new Date()} />;
}
