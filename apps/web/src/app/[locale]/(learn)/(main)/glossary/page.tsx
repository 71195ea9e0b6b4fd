import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { glossaryQueryOf, type SearchParams } from "../../../../../features/glossary/glossary-query";
import { GlossaryView } from "../../../../../features/glossary/glossary-view";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.glossary.title });

export default async function GlossaryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const api = await serverCaller<WebRouter>();
  const query = glossaryQueryOf(await searchParams);
  return (
    <PageWidth>
      <GlossaryView query={query} glossary={await loaded(api.glossary.listTerms(query))} />
    </PageWidth>
  );
}
