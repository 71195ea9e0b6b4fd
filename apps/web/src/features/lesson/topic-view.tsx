import { playerLabels } from "@tidao/i18n";
import { formatDate } from "@tidao/i18n/format";
import { HtmlOnce } from "@tidao/next-kit/html-once";
import { sendOnce } from "@tidao/next-kit/send-once";
import { LessonView } from "@tidao/player/lesson-view";
import { Badge } from "@tidao/ui/badge";
import { LinkButton } from "@tidao/ui/button";
import type { ReactNode } from "react";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { SkipLink } from "../placement/skip-link";
import { MasteryLevel, TopicState } from "../topics/topic-state";
import { SectionNotes } from "../notes/section-notes";
import { GoOnReading } from "./go-on-reading";
import { LessonHtml } from "./lesson-html";
import { MarkRead } from "./mark-read";
import { objectivesHtml, prerequisitesHtml } from "./head-lists-html";
import { withSectionLinks } from "./section-links";

type TopicData = ApiData["topics"]["getTopic"];

/** Title, what it builds on, what one can do after it. */
function TopicHead({ data }: { data: TopicData }) {
  const { words, say, to } = pageWords();
  const texts = words.topics.page;
  const { topic, prerequisites, objectives } = data;
  return (
    <header className="mb-8 grid gap-5">
      <div className="grid gap-2">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <AppLink className="link" href={to("/topics")}>
            {words.topics.title}
          </AppLink>
          <span>{say(words.topics.number, { number: topic.number })}</span>
          <TopicState state={topic.state} />
          <MasteryLevel level={topic.level} />
          <SkipLink topic={topic} />
        </p>
        <h1 className="text-3xl wrap-anywhere">{topic.title}</h1>
        <p className="text-lg text-muted">{topic.summary}</p>
      </div>
      <section className="grid gap-1 text-sm" aria-labelledby="before">
        <h2 id="before" className="text-sm font-semibold">
          {texts.before}
        </h2>
        {prerequisites.length === 0 ? (
          <p className="text-muted">{texts.beforeNone}</p>
        ) : (
          <HtmlOnce as="ul" className="flex flex-wrap gap-x-5 gap-y-1" html={prerequisitesHtml(prerequisites)} />
        )}
      </section>
      <section className="grid gap-2" aria-labelledby="objectives">
        <h2 id="objectives" className="text-sm font-semibold">
          {texts.objectives}
        </h2>
        <HtmlOnce
          as="ul"
          className="divide-y divide-line border-y border-line text-sm"
          html={objectivesHtml(topic.slug, objectives)}
        />
      </section>
    </header>
  );
}

function Neighbours({ previous, next, nextOnPath }: Pick<TopicData, "previous" | "next" | "nextOnPath">) {
  const { words, say, to } = pageWords();
  const texts = words.topics.page;
  const following = nextOnPath ?? next;
  return (
    <nav
      aria-label={texts.neighbours}
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
    </nav>
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
  const linkTo = (objective: string) => {
    const count = data.objectives.find(({ id }) => id === objective)?.questions ?? 0;
    const href = to(`/practice?topic=${topic.slug}&objective=${objective}`);
    return count > 0 ? { href, text: say(words.lesson.practiseSection, { count }) } : null;
  };
  const sent = sendOnce(
    `lesson-${topic.slug}-${lesson.updatedAt}`,
    withSectionLinks(lesson.html, lesson.headings, linkTo),
  );
  const sections = lesson.headings.flatMap(({ id, level, text }) => (level === 2 ? [{ id, text }] : []));
  const places = sections.map(({ id, text }) => ({ id, label: say(words.lesson.goOn, { section: text }) }));
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
              sections={sections}
              noted={noted}
              words={{ note: words.notes.note, tools: words.notes.tools, close: words.app.actions.close }}
              locale={locale}
            />
          </>
        }
        headings={lesson.headings}
        sources={lesson.sources}
        labels={playerLabels(locale)}
        locale={locale}
        link={AppLink}
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
          <GoOnReading slug={topic.slug} headings={places} />
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
                words={words.lesson}
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
