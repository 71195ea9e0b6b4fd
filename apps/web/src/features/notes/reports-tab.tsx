import { relativeTime } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { Badge } from "@tidao/ui/badge";
import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { NotesPages } from "./notes-pages";
import type { NotesQuery } from "./notes-query";
import { SeeReplies } from "./see-replies";

interface ReportsTabProps {
  query: NotesQuery;
  data: ApiData["reports"]["listOwnReports"];
  zone: string;
  now: Date;
}
const tones = { open: "accent", answered: "right", dismissed: "neutral" } as const;

/** What the learner reported, and what came of it. */
export function ReportsTab({ query, data: { reports, total, unseen, page, pages }, zone, now }: ReportsTabProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.notes.reports;
  if (reports.length === 0)
    return (
      <Empty
        title={texts.none.title}
        action={
          <LinkButton link={AppLink} href={to("/practice")}>
            {texts.none.action}
          </LinkButton>
        }
      >
        {texts.none.body}
      </Empty>
    );
  const at = (sentence: string, instant: string) => {
    const time = relativeTime(locale, instant, now, zone);
    return { ...time, text: say(sentence, { time: time.text }) };
  };
  return (
    <>
      {unseen > 0 && <SeeReplies />}
      <ul className="divide-y divide-line border-y border-line">
        {reports.map(({ id, kind, text, state, topic, submissionId, createdAt, resolvedAt, reply, heldBack }) => (
          <li key={id} className="grid gap-2 py-4">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge tone={tones[state]}>{texts.states[state]}</Badge>
              <span className="font-semibold">{words.notes.report.kinds[kind]}</span>
            </p>
            <p className="max-w-prose whitespace-pre-line wrap-anywhere">{text}</p>
            <p className="flex flex-wrap gap-x-4 text-sm text-muted">
              <AppLink className="link" href={to(`/topics/${topic.slug}`)}>
                {topic.title}
              </AppLink>
              <TimeText time={at(texts.sent, createdAt)} />
              {submissionId && (
                <AppLink className="link" href={to(`/practice/answers/${submissionId}`)}>
                  {words.notes.seeAnswer}
                </AppLink>
              )}
            </p>
            {resolvedAt && (
              <div className="max-w-prose rounded-lg bg-sunken p-3">
                <p className="text-sm text-muted">
                  <TimeText time={at(texts.replied, resolvedAt)} />
                </p>
                <p className="whitespace-pre-line wrap-anywhere">
                  {heldBack ? texts.heldBack : (reply ?? texts.noReply)}
                </p>
              </div>
            )}
          </li>
        ))}
      </ul>
      <NotesPages query={query} page={page} pages={pages} total={total} perPage={20} shown={reports.length} />
    </>
  );
}
