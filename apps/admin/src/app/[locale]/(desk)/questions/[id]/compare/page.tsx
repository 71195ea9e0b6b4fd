import type { AdminRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { notFound } from "next/navigation";
import { oneOf, type SearchParams } from "../../../../../../features/desk/filter-address";
import { CompareView } from "../../../../../../features/history/compare-view";
import { isVersionId } from "../../../../../../features/history/version-id";
import { pageWords } from "../../../../../../page-words";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}
export async function generateMetadata({ params }: PageProps) {
  const { words, say } = pageWords();
  return { title: say(words.admin.history.title, { id: (await params).id }) };
}

export default async function ComparePage({ params, searchParams }: PageProps) {
  await requirePermission("question.read");
  const { id: questionId } = await params;
  const query = await searchParams;
  const [from, to] = [oneOf(query, "from"), oneOf(query, "to")];
  if (!isVersionId(from) || !isVersionId(to)) notFound();
  const api = await serverCaller<AdminRouter>();
  const [question, before, after] = await loaded(
    Promise.all([
      api.questions.getQuestion({ questionId }),
      api.questions.getVersion({ questionId, versionId: from }),
      api.questions.getVersion({ questionId, versionId: to }),
    ]),
  );
  return <CompareView question={question} before={before} after={after} />;
}
