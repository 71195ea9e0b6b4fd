import type { WebRouter } from "@tidao/api/client";
import { isTooLong } from "@tidao/kernel";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { searchQueryOf, type SearchParams } from "../../../../../features/search/search-query";
import { SearchView } from "../../../../../features/search/search-view";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

interface SearchPageProps {
  searchParams: Promise<SearchParams>;
}
export async function generateMetadata({ searchParams }: SearchPageProps) {
  const { title } = pageWords().words.search;
  const { query } = searchQueryOf(await searchParams);
  return { title: query ? `${query} · ${title}` : title };
}

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const api = await serverCaller<WebRouter>();
  const asked = searchQueryOf(await searchParams);
  return (
    <PageWidth>
      <SearchView asked={asked} found={isTooLong(asked.query) ? null : await loaded(api.search.searchCourse(asked))} />
    </PageWidth>
  );
}
