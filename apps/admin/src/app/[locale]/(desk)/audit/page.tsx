import type { AdminRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { auditInput, readAuditFilter } from "../../../../features/audit/audit-filter";
import { AuditView } from "../../../../features/audit/audit-view";
import type { SearchParams } from "../../../../features/desk/filter-address";
import { pageWords } from "../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.admin.audit.title });

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requirePermission("audit.read");
  const api = await serverCaller<AdminRouter>();
  const filter = readAuditFilter(await searchParams);
  const page = await loaded(api.audit.listAudit(auditInput(filter)));
  return <AuditView filter={filter} page={page} zone={actor.zone} now={new Date()} />;
}
