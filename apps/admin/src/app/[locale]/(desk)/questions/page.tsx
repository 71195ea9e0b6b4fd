import type { AdminRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { redirect } from "next/navigation";
import { questionsHref, readQuestionFilter } from "../../../../features/questions/question-filter";
import { QuestionListView } from "../../../../features/questions/question-list-view";
import { pageBefore, type SearchParams } from "../../../../features/desk/filter-address";
import { pageWords } from "../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.admin.questions.title });

export default async function QuestionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requirePermission("question.read");
  const api = await serverCaller<AdminRouter>();
  const filter = readQuestionFilter(await searchParams);
  const [page, topics] = await loaded(
    Promise.all([api.questions.listQuestions(filter), api.questions.listQuestionTopics({})]),
  );
  const last = pageBefore(filter.page ?? 1, page.facets.total, page.pageSize);
  if (last) redirect(pageWords().to(questionsHref({ ...filter, page: last })));
  return <QuestionListView filter={filter} page={page} topics={topics} zone={actor.zone} now={new Date()} />;
}
