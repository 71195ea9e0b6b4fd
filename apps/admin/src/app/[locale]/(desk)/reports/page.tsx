import type { AdminRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { redirect } from "next/navigation";
import { pageBefore, type SearchParams } from "../../../../features/desk/filter-address";
import { readReportFilter, reportsHref } from "../../../../features/reports/report-filter";
import { ReportsView } from "../../../../features/reports/reports-view";
import { pageWords } from "../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.reports.title });

export default async function ReportsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requirePermission("question.edit");
  const api = await serverCaller<AdminRouter>();
  const filter = readReportFilter(await searchParams);
  const page = await loaded(api.reports.listReports(filter));
  const last = pageBefore(filter.page, page.counts[filter.state], page.pageSize);
  if (last) redirect(pageWords().to(reportsHref({ ...filter, page: last })));
  return <ReportsView filter={filter} page={page} zone={actor.zone} now={new Date()} />;
}
