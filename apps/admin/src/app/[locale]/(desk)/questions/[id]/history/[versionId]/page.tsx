import "@tidao/player/mathematics.css";
import type { AdminRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { notFound } from "next/navigation";
import { isVersionId } from "../../../../../../../features/history/version-id";
import { VersionView } from "../../../../../../../features/history/version-view";
import { pageWords } from "../../../../../../../page-words";

interface PageProps {
  params: Promise<{ id: string; versionId: string }>;
}
export async function generateMetadata({ params }: PageProps) {
  const { words, say } = pageWords();
  return { title: say(words.admin.history.title, { id: (await params).id }) };
}

export default async function VersionPage({ params }: PageProps) {
  await requirePermission("question.read");
  const { id: questionId, versionId } = await params;
  if (!isVersionId(versionId)) notFound();
  const api = await serverCaller<AdminRouter>();
  const [question, version] = await loaded(
    Promise.all([api.questions.getQuestion({ questionId }), api.questions.getVersion({ questionId, versionId })]),
  );
  const preview = await loaded(api.questions.previewDraft({ topicSlug: question.topic.slug, spec: version.spec }));
  return <VersionView question={question} version={version} preview={preview} />;
}
