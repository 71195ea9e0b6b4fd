import type { AdminRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { HistoryView } from "../../../../../../features/history/history-view";
import { pageWords } from "../../../../../../page-words";

interface PageProps {
  params: Promise<{ id: string }>;
}
export async function generateMetadata({ params }: PageProps) {
  const { words, say } = pageWords();
  return { title: say(words.admin.history.title, { id: (await params).id }) };
}

export default async function HistoryPage({ params }: PageProps) {
  const actor = await requirePermission("question.read");
  const api = await serverCaller<AdminRouter>();
  const question = await loaded(api.questions.getQuestion({ questionId: (await params).id }));
  return <HistoryView question={question} zone={actor.zone} now={new Date()} />;
}
