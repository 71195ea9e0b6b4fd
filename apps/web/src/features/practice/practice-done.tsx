import type { Messages, PlayerLabels } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button, LinkButton } from "@tidao/ui/button";
import { verdictText } from "@tidao/player/answer-state";
import { Mark } from "@tidao/ui/mark";
import { useEffect, useRef } from "react";
import { AppLink } from "@tidao/next-kit/app-link";
import { StemExcerpt } from "../teach/stem-excerpt";
import { type Answered, isSomethingForgotten, type Session } from "./practice-state";

interface PracticeDoneProps {
  session: Session;
  dueOnly: boolean;
  plan?: boolean;
  /** Whether one question was asked for by name, which there is not. */
  named: boolean;
  from: { kind: "topic" | "path" | "list" | "search" | "plan"; href: string } | null;
  locale: Locale;
  words: Messages["practice"];
  kinds: Messages["questionKinds"];
  verdicts: PlayerLabels["verdicts"];
  problem: string | null;
  busy: boolean;
  onGoOn: () => void;
}

const tenMore = 10;

/** The end of a session, or nothing to begin with: what was done, each answer to look at again, and where to go. */
export function PracticeDone(props: PracticeDoneProps) {
  const { session, dueOnly, plan, named, from, locale, words, kinds, verdicts, problem, busy, onGoOn } = props;
  const { answered, finished, due, day } = session;
  const heading = useRef<HTMLHeadingElement>(null);
  const some = answered.length > 0;
  useEffect(() => {
    if (some) heading.current?.focus();
  }, [some]);
  const waiting = day?.waiting ?? 0;
  const full = dueOnly && !finished && waiting > 0;
  const dayFull = {
    title: words.dayFull.title,
    body: formatMessage(locale, words.dayFull.body, { limit: day?.limit ?? 0, waiting }),
  };
  const none = from?.kind === "search" ? words.emptySearch : words.empty;
  const empty = named ? words.gone : none;
  const nothing = plan ? words.planned.nothing : full ? dayFull : dueOnly ? words.nothingDue : empty;
  const dueDone = isSomethingForgotten(session) ? words.dueAgain : words.dueDone;
  const over = full ? dayFull.body : dueOnly ? dueDone : words.allDone;
  const end = finished ? words.done.more : plan ? words.planned.done : over;
  const backTo = {
    topic: words.done.toTopic,
    path: words.done.toPath,
    list: words.done.toList,
    search: words.done.toSearch,
    plan: words.planned.toPlan,
  };
  const back = from ? backTo[from.kind] : words.done.toHome;
  return (
    <section className="card grid justify-items-start gap-6">
      <div className="grid gap-1">
        <h2 ref={heading} tabIndex={-1} className="text-xl">
          {some ? words.done.title : nothing.title}
        </h2>
        {some && (
          <p className="text-lg">
            {formatMessage(locale, words.done.line, {
              right: answered.filter(({ verdict }) => verdict === "right").length,
              total: answered.length,
            })}
          </p>
        )}
        <p className="text-muted">{some ? end : nothing.body}</p>
        {some && from?.kind === "topic" && <p className="text-sm text-muted">{words.done.mixWhy}</p>}
      </div>
      {some && <AnswerList answered={answered} words={words} kinds={kinds} verdicts={verdicts} locale={locale} />}
      <div className="flex flex-wrap items-center gap-3">
        {finished && (
          <Button variant="primary" busy={busy} onClick={onGoOn}>
            {words.done.again}
          </Button>
        )}
        {!finished && !dueOnly && due > 0 && (
          <LinkButton variant="primary" href={`/${locale}/practice?due=1`}>
            {formatMessage(locale, words.done.review, { count: due })}
          </LinkButton>
        )}
        {full && (
          <>
            <LinkButton variant="primary" href={`/${locale}/practice?due=1&upTo=${(day?.done ?? 0) + tenMore}`}>
              {words.dayFull.more}
            </LinkButton>
            <LinkButton href={`/${locale}/reviews`}>{words.dayFull.reviews}</LinkButton>
          </>
        )}
        {some && from?.kind === "topic" && <LinkButton href={`/${locale}/practice?mix=1`}>{words.done.mix}</LinkButton>}
        {!finished && !full && (from !== null || dueOnly) && (
          <LinkButton variant={from && some ? "secondary" : "primary"} href={`/${locale}/practice`}>
            {words.nothingDue.action}
          </LinkButton>
        )}
        {!some && !from && !dueOnly && (
          <LinkButton variant="primary" href={`/${locale}/topics`}>
            {words.empty.action}
          </LinkButton>
        )}
        <LinkButton variant="quiet" href={from?.href ?? `/${locale}`}>
          {back}
        </LinkButton>
        <p role="alert" className="text-sm text-wrong">
          {problem}
        </p>
      </div>
    </section>
  );
}

type AnswerListProps = Pick<PracticeDoneProps, "words" | "kinds" | "verdicts" | "locale"> & { answered: Answered[] };

function AnswerList({ answered, words, kinds, verdicts, locale }: AnswerListProps) {
  return (
    <ol className="w-full divide-y divide-line border-y border-line text-sm">
      {answered.map(({ submissionId, kind, stem, verdict, blank }, index) => (
        <li key={submissionId} className="flex gap-3 py-2.5">
          <span className="w-6 text-end text-muted tabular-nums">{index + 1}</span>
          <div className="min-w-0 flex-1">
            <StemExcerpt html={stem} short />
            <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="text-muted">{kinds[kind]}</span>
              {verdict && (
                <span className={`flex items-center gap-2 tone-${verdict === "pending" ? "accent" : verdict}`}>
                  <Mark shape={verdict} className="text-(--tone)" />
                  {verdictText(verdicts, verdict, blank)}
                </span>
              )}
              <AppLink
                className="link ms-auto py-0.5"
                href={`/${locale}/practice/answers/${submissionId}`}
                aria-label={formatMessage(locale, words.done.lookAt, { number: index + 1 })}
              >
                {words.done.look}
              </AppLink>
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
