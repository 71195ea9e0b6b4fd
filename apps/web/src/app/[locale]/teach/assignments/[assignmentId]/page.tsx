import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { cache } from "react";
import { addressId, isId } from "../../../../../features/teach/address-id";
import { BankPreview } from "../../../../../features/teach/bank-preview";
import { findPreview } from "../../../../../features/teach/find-preview";
import { LearnerResults } from "../../../../../features/teach/results/learner-results";
import { QuestionResults } from "../../../../../features/teach/results/question-results";
import { resultsHref, resultsQueryOf } from "../../../../../features/teach/results/results-query";
import { ResultsView } from "../../../../../features/teach/results/results-view";
import type { Query } from "../../../../../features/teach/set/bank-filter";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

interface ResultsPageProps {
  params: Promise<{ assignmentId: string }>;
  searchParams: Promise<Query>;
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
  const [{ assignmentId }, search] = await Promise.all([params, searchParams]);
  const query = resultsQueryOf(search);
  const results = await loadResults(assignmentId);
  const path = pageWords().to(`/teach/assignments/${assignmentId}`);
  const readOnly = results.assignment.classArchived;
  return (
    <PageWidth>
      <ResultsView path={path} query={query} results={results} readOnly={readOnly} zone={zone} now={new Date()}>
        {query.view === "learners" ? (
          <LearnerResults path={path} query={query} results={results} readOnly={readOnly} zone={zone} />
        ) : (
          <ByQuestion path={path} query={query} results={results} search={search} />
        )}
      </ResultsView>
    </PageWidth>
  );
}

async function ByQuestion({
  path,
  query,
  results,
  search,
}: {
  path: string;
  query: ReturnType<typeof resultsQueryOf>;
  results: Awaited<ReturnType<typeof loadResults>>;
  search: Query;
}) {
  const api = await serverCaller<WebRouter>();
  const { v } = search;
  const [questions, previewed] = await Promise.all([
    loaded(api.teach.listAssignmentQuestions({ assignmentId: results.assignment.id })),
    findPreview(search),
  ]);
  const closeHref = resultsHref(path, query);
  const previewHref = (questionId: string, versionId: string, variant = 0) =>
    `${closeHref}&${new URLSearchParams({
      preview: questionId,
      ...(versionId && { v: versionId }),
      ...(variant && { seed: String(variant) }),
    })}`;
  return (
    <>
      <QuestionResults path={path} query={query} results={results} questions={questions} previewHref={previewHref} />
      {previewed && (
        <BankPreview
          question={previewed}
          closeHref={closeHref}
          variantHref={(variant) => previewHref(previewed.questionId, isId(v) ? v : "", variant)}
        />
      )}
    </>
  );
}
