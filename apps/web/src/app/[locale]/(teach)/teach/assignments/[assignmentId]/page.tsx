import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { cache } from "react";
import { addressId } from "../../../../../../features/teach/address-id";
import { resultQueryOf } from "../../../../../../features/teach-results/result-query";
import { ResultsView } from "../../../../../../features/teach-results/results-view";
import { PageWidth } from "../../../../../../page-width";

interface ResultsPageProps {
  params: Promise<{ assignmentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}
/** Once for the title and the page. */
const loadResults = cache(async (assignmentId: string) =>
  loaded((await serverCaller<WebRouter>()).teach.getResults({ assignmentId: addressId(assignmentId) })),
);

export async function generateMetadata({ params }: ResultsPageProps) {
  await requirePermission("class.teach");
  return { title: (await loadResults((await params).assignmentId)).assignment.title };
}

export default async function ResultsPage({ params, searchParams }: ResultsPageProps) {
  const { zone } = await requirePermission("class.teach");
  const [{ assignmentId }, address, api] = await Promise.all([params, searchParams, serverCaller<WebRouter>()]);
  const [results, questions] = await Promise.all([
    loadResults(assignmentId),
    loaded(api.teach.listAssignmentQuestions({ assignmentId: addressId(assignmentId) })),
  ]);
  return (
    <PageWidth>
      <ResultsView
        results={results}
        questions={questions}
        query={resultQueryOf(address)}
        zone={zone}
        now={new Date()}
      />
    </PageWidth>
  );
}
