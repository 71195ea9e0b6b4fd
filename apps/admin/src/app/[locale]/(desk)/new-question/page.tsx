import type { AdminRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { PageHeader } from "@tidao/ui/page-header";
import { PageFrame } from "../../../../features/desk/page-frame";
import { NewQuestionForm } from "../../../../features/questions/new-question-form";
import { questionKinds, readQuestionFilter } from "../../../../features/questions/question-filter";
import type { SearchParams } from "../../../../features/desk/filter-address";
import { pageWords } from "../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.admin.create.title });

export default async function NewQuestionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePermission("question.edit");
  const api = await serverCaller<AdminRouter>();
  const topics = await loaded(api.questions.listQuestionTopics({}));
  const { topic, kind } = readQuestionFilter(await searchParams);
  const { locale, words, to } = pageWords();
  return (
    <PageFrame>
      <PageHeader title={words.admin.create.title} lead={words.admin.create.lead} />
      <NewQuestionForm
        topics={topics.map(({ slug, number, title, prefix }) => ({
          slug,
          prefix,
          label: `${number} ${title[locale]}`,
        }))}
        kinds={questionKinds.map((kind) => ({ kind, label: words.questionKinds[kind] }))}
        start={{ topic: topic ?? topics[0]?.slug ?? "", kind: kind ?? "single-choice" }}
        editorHref={to("/questions")}
        words={words.admin.create}
        offline={words.app.state.offline}
        locale={locale}
      />
    </PageFrame>
  );
}
