import type { WebRouter } from "@tidao/api/client";
import { playerLabels } from "@tidao/i18n";
import { zonedTime } from "@tidao/i18n/format";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import "@tidao/player/mathematics.css";
import { PageHeader } from "@tidao/ui/page-header";
import { TimeText } from "@tidao/ui/time-text";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AppLink } from "@tidao/next-kit/app-link";
import { AttemptResult } from "../../../../../../../../features/assignments/attempt-result";
import { AttemptRunner } from "../../../../../../../../features/assignments/attempt-runner";
import "../../../../../../../../features/assignments/attempt.css";
import { RefreshAt } from "../../../../../../../../features/assignments/refresh-at";
import { isUuid } from "../../../../../../../../is-uuid";
import { PageWidth } from "../../../../../../../../page-width";
import { pageWords } from "../../../../../../../../page-words";

interface AttemptPageProps {
  params: Promise<{ attemptId: string }>;
}
const load = cache(async (attemptId: string) =>
  isUuid(attemptId) ? loaded((await serverCaller<WebRouter>()).assignments.getAttempt({ attemptId })) : notFound(),
);

export async function generateMetadata({ params }: AttemptPageProps) {
  return { title: (await load((await params).attemptId)).title };
}

export default async function AttemptPage({ params }: AttemptPageProps) {
  const { attemptId } = await params;
  const { zone } = await requireActor();
  const { locale, words, say, to } = pageWords();
  const data = await load(attemptId);
  const api = await serverCaller<WebRouter>();
  const { feedback, assignment } = await loaded(api.assignments.getAssignment({ assignmentId: data.assignmentId }));
  const due = zonedTime(locale, data.dueAt, zone);
  const now = new Date().toISOString();
  return (
    <PageWidth narrow>
      <PageHeader
        over={
          <AppLink className="link" href={to(`/assignments/${data.assignmentId}`)}>
            {data.title}
          </AppLink>
        }
        title={say(words.classes.assignment.attempt, { number: data.attempt.number })}
        lead={
          data.open && <TimeText time={{ ...due, text: say(words.classes.assignment.dueIn, { time: due.text }) }} />
        }
      />
      {data.open ? (
        <AttemptRunner
          attemptId={attemptId}
          assignmentId={data.assignmentId}
          items={data.items}
          dueAt={data.dueAt}
          now={now}
          labels={playerLabels(locale)}
          words={words.classes.assignment}
          locale={locale}
          zone={zone}
          offline={words.app.state.offline}
          notice={words.app.notice.info}
        />
      ) : (
        <>
          {!data.feedbackOpen && now < data.dueAt && <RefreshAt at={data.dueAt} now={now} />}
          <AttemptResult
            data={data}
            feedback={feedback}
            // an instructor may move the opening after somebody has begun
            opensAt={assignment.state === "upcoming" ? assignment.opensAt : null}
            zone={zone}
          />
        </>
      )}
    </PageWidth>
  );
}
