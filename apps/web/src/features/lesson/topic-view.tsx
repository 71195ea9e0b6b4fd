import { playerLabels } from "@tidao/i18n";
import { formatDate } from "@tidao/i18n/format";
import { HtmlOnce } from "@tidao/next-kit/html-once";
import { sendOnce } from "@tidao/next-kit/send-once";
import { Static } from "@tidao/next-kit/static";
import { LessonView } from "@tidao/player/lesson-view";
import { Badge } from "@tidao/ui/badge";
import { LinkButton } from "@tidao/ui/button";
import type { ReactNode } from "react";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { SectionNotes } from "../notes/section-notes";
import { GoOnReading } from "./go-on-reading";
import { LessonHtml } from "./lesson-html";
import { MarkRead } from "./mark-read";
import { lessonBytes } from "./lesson-bytes";
import { topicHeadHtml } from "./topic-head-html";

type TopicData = ApiData["topics"]["getTopic"];

const TopicHead = ({ data }: { data: TopicData }) => (
  <HtmlOnce as="header" className="mb-8 grid gap-5" html={topicHeadHtml(data)} />
);

function Neighbours({ previous, next, nextOnPath }: Pick<TopicData, "previous" | "next" | "nextOnPath">) {
  const { words, say, to } = pageWords();
  const texts = words.topics.page;
  const following = nextOnPath ?? next;
  return (
    <Static
      as="nav"
      label={texts.neighbours}
      className="print-hidden mt-10 flex flex-wrap justify-between gap-4 border-t border-line pt-4"
    >
      {previous && (
        <AppLink className="link" href={to(`/topics/${previous.slug}`)}>
          {say(texts.previous, { topic: previous.title })}
        </AppLink>
      )}
      {following && (
        <AppLink className="link ml-auto" href={to(`/topics/${following.slug}`)}>
          {say(nextOnPath ? texts.nextOnPath : texts.next, { topic: following.title })}
        </AppLink>
      )}
    </Static>
  );
}

function PractiseButtons({ topic, children }: { topic: TopicData["topic"]; children?: ReactNode }) {
  const { words, say, to } = pageWords();
  const texts = words.topics.page;
  if (topic.questions === 0) return null;
  return (
    <div className="print-hidden flex flex-wrap items-center gap-3">
      <LinkButton link={AppLink} variant="primary" href={to(`/practice?topic=${topic.slug}`)}>
        {texts.practise}
      </LinkButton>
      {topic.due > 0 && (
        <LinkButton link={AppLink} href={to(`/practice?topic=${topic.slug}&due=1`)}>
          {say(texts.review, { count: topic.due })}
        </LinkButton>
      )}
      {children}
    </div>
  );
}

/** A topic: its lesson where there is one, otherwise what it will be about, said plainly. */
export function TopicView({ data, noted }: { data: TopicData; noted: readonly string[] }) {
  const { locale, words, say, to } = pageWords();
  const { topic, lesson } = data;
  const texts = words.topics.page;
  if (!lesson)
    return (
      <div className="mx-auto max-w-3xl pt-8">
        <TopicHead data={data} />
        <section className="card grid justify-items-start gap-3">
          <h2>{texts.preparation}</h2>
          <p className="text-muted">{texts.preparationBody}</p>
          <p className="text-muted">{topic.questions > 0 ? texts.preparationQuestions : texts.noQuestions}</p>
          <PractiseButtons topic={topic} />
        </section>
        <Neighbours {...data} />
      </div>
    );
  const sent = sendOnce(`lesson-${topic.slug}-${lesson.updatedAt}`, lessonBytes(data, lesson));
  const hint = say(words.lesson.practiseHint, { count: topic.questions, seen: topic.seen });
  return (
    <div className="pt-8">
      <LessonView
        text={
          <>
            <LessonHtml key={sent.id} {...sent} words={words.lesson.code} />
            <SectionNotes
              key={`notes-${sent.id}`}
              textId={sent.id}
              topicSlug={topic.slug}
              noted={noted}
              words={{
                note: words.notes.note,
                tools: words.notes.tools,
                about: words.app.about,
                close: words.app.actions.close,
              }}
              locale={locale}
            />
          </>
        }
        headings={lesson.headings}
        sources={lesson.sources}
        labels={playerLabels(locale)}
        locale={locale}
        link={AppLink}
        once={HtmlOnce}
        practise={topic.questions > 0 ? { href: to(`/practice?topic=${topic.slug}`), hint } : undefined}
      >
        <TopicHead data={data} />
        <p className="mb-6 flex flex-wrap items-center gap-3 text-sm text-muted">
          {topic.lessonRead && (
            <Badge tone="right" shape="right">
              {words.lesson.read}
            </Badge>
          )}
          <span>{say(words.lesson.minutes, { minutes: lesson.minutes })}</span>
          <span>{say(words.lesson.updated, { date: formatDate(locale, lesson.updatedAt, "UTC") })}</span>
          <GoOnReading slug={topic.slug} words={{ goOn: words.lesson.goOn }} locale={locale} />
          {/* before the text and its many links, for those who come with a keyboard */}
          {topic.questions > 0 && (
            <AppLink className="link print-hidden" href={to(`/practice?topic=${topic.slug}`)}>
              {texts.practise}
            </AppLink>
          )}
        </p>
      </LessonView>
      {/* the lesson's own columns, so that its end stands under its text */}
      <footer className="lesson mt-12">
        <div className="lesson-contents" />
        <div className="lesson-text">
          <section className="card grid justify-items-start gap-4">
            <h2>{words.lesson.end}</h2>
            <p className="text-muted">{words.lesson.endHint}</p>
            <PractiseButtons topic={topic}>
              <MarkRead
                slug={topic.slug}
                read={topic.lessonRead}
                words={{
                  markRead: words.lesson.markRead,
                  marking: words.lesson.marking,
                  marked: words.lesson.marked,
                }}
                locale={locale}
                offline={words.app.state.offline}
              />
            </PractiseButtons>
          </section>
          <Neighbours {...data} />
        </div>
      </footer>
    </div>
  );
}
