import type { WebRouter } from "@tidao/api/client";
import { playerLabels } from "@tidao/i18n";
import { zonedTime } from "@tidao/i18n/format";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { FeedbackView } from "@tidao/player/feedback-view";
import { LinkButton } from "@tidao/ui/button";
import { TimeText } from "@tidao/ui/time-text";
import { notFound } from "next/navigation";
import { AppLink } from "@tidao/next-kit/app-link";
import { AnswerAsGiven } from "../../../../../../../features/assignments/answer-as-given";
import { QuestionTools } from "../../../../../../../features/notes/question-tools";
import { toolWords } from "../../../../../../../features/notes/tool-words";
import { FocusBar } from "../../../../../../../features/practice/focus-bar";
import { SettleLater } from "../../../../../../../features/practice/settle-later";
import { isUuid } from "../../../../../../../is-uuid";
import { PageWidth } from "../../../../../../../page-width";
import { pageWords } from "../../../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.practice.answers.title };
}

/** An old answer beside the version of the question that was answered, whatever is published now. */
export default async function AnswerPage({ params }: { params: Promise<{ submissionId: string }> }) {
  const { submissionId } = await params;
  if (!isUuid(submissionId)) notFound();
  const { zone } = await requireActor();
  const { locale, words, say, to } = pageWords();
  const texts = words.practice;
  const { question, answer, submission } = await loaded(
    (await serverCaller<WebRouter>()).practice.getSubmission({ submissionId }),
  );
  const { feedback } = submission;
  const labels = playerLabels(locale);
  const time = zonedTime(locale, submission.submittedAt, zone);
  return (
    <PageWidth narrow>
      <FocusBar title={texts.answers.title} leave={{ href: to("/"), label: words.app.nav.home }} />
      <div className="grid gap-6">
        <p className="text-sm text-muted">
          <TimeText time={{ ...time, text: say(texts.answers.lead, { time: time.text }) }} />
        </p>
        <AnswerAsGiven
          question={question.shown}
          answer={answer}
          graded={feedback?.parts}
          labels={labels}
          locale={locale}
        />
        {feedback ? (
          <FeedbackView question={question.shown} answer={answer} feedback={feedback} labels={labels} locale={locale}>
            <QuestionTools
              question={question}
              submissionId={submissionId}
              words={toolWords(words)}
              locale={locale}
              offline={words.app.state.offline}
            />
            {feedback.verdict === "pending" && feedback.keyPoints && (
              <SettleLater
                submissionId={submissionId}
                keyPoints={feedback.keyPoints}
                labels={labels}
                locale={locale}
                offline={words.app.state.offline}
              />
            )}
          </FeedbackView>
        ) : (
          <p>{texts.withheld}</p>
        )}
        <div>
          <LinkButton link={AppLink} href={to(`/practice?topic=${question.topicSlug}`)}>
            {texts.answers.back}
          </LinkButton>
        </div>
      </div>
    </PageWidth>
  );
}
