import type { AdminRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { redirect } from "next/navigation";
import { pageBefore, type SearchParams } from "../../../../features/desk/filter-address";
import { peopleHref, readPeopleFilter } from "../../../../features/people/people-filter";
import { PeopleView } from "../../../../features/people/people-view";
import { pageWords } from "../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.admin.users.title });

export default async function UsersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requirePermission("user.read");
  const api = await serverCaller<AdminRouter>();
  const filter = readPeopleFilter(await searchParams);
  const page = await loaded(api.users.listUsers(filter));
  const last = pageBefore(filter.page ?? 1, page.total, page.pageSize);
  if (last) redirect(pageWords().to(peopleHref({ ...filter, page: last })));
  return <PeopleView filter={filter} page={page} zone={actor.zone} now={new Date()} />;
}
