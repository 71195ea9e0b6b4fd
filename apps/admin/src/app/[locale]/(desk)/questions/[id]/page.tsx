import "@tidao/player/mathematics.css";
import { can } from "@tidao/access";
import type { AdminRouter } from "@tidao/api/client";
import { playerLabels } from "@tidao/i18n";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requirePermission } from "@tidao/next-kit/session";
import { oneOf, type SearchParams } from "../../../../../features/desk/filter-address";
import { PageFrame } from "../../../../../features/desk/page-frame";
import { QuestionEditor } from "../../../../../features/editor/question-editor";
import { QuestionHead } from "../../../../../features/questions/question-head";
import { isVersionId } from "../../../../../features/history/version-id";
import { pageWords } from "../../../../../page-words";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: PageProps) {
  const { words, say } = pageWords();
  return { title: say(words.admin.editor.title, { id: (await params).id }) };
}

export default async function QuestionPage({ params, searchParams }: PageProps) {
  const actor = await requirePermission("question.edit");
  const { id: questionId } = await params;
  const from = oneOf(await searchParams, "from");
  const api = await serverCaller<AdminRouter>();
  const [question, version] = await loaded(
    Promise.all([
      api.questions.getQuestion({ questionId }),
      isVersionId(from) ? api.questions.getVersion({ questionId, versionId: from }) : null,
    ]),
  );
  const spec = version?.spec ?? question.spec;
  const preview = await loaded(api.questions.previewDraft({ topicSlug: question.topic.slug, spec }));
  const { locale, words, to } = pageWords();
  const { editor, fields, parts, draftProblems, diff, status, history } = words.admin;
  return (
    <PageFrame>
      <QuestionHead question={question} />
      <QuestionEditor
        question={question}
        loaded={version && { number: version.number, spec: version.spec }}
        preview={preview}
        kindName={words.questionKinds[question.kind]}
        words={{
          editor,
          fields,
          parts,
          draftProblems,
          diff,
          status,
          history,
          actions: words.app.actions,
          notice: words.app.notice,
          offline: words.app.state.offline,
          player: { zh: playerLabels("zh"), en: playerLabels("en") },
        }}
        locale={locale}
        zone={actor.zone}
        userId={actor.id}
        mayPublish={can(actor, "question.publish")}
        listHref={to("/questions")}
        historyHref={to(`/questions/${questionId}/history`)}
      />
    </PageFrame>
  );
}
