import type { PlayerLabels } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { LinkButton } from "@tidao/ui/button";
import type { LinkComponent } from "@tidao/ui/link-component";
import { Disclosure } from "@tidao/ui/disclosure";
import type { ComponentType, ReactNode } from "react";
import { ContentsList } from "./contents-list";
import { contentsHtml, sourcesHtml } from "./lesson-lists-html";
import type { LessonHeading, SourceLink } from "./question-props";

interface LessonViewProps {
  /** The lesson's HTML, `Rendered` with the class `prose-lesson`. */
  text: ReactNode;
  headings: readonly LessonHeading[];
  sources: readonly SourceLink[];
  labels: PlayerLabels;
  locale: Locale;
  /** Where this lesson can be practised, and how much there is: "24 questions". */
  practise?: { href: string; hint?: string };
  link?: LinkComponent;
  /** Writes an element with escaped HTML inside, once in a page. */
  once: ComponentType<{ as: "ol" | "ul"; className: string; html: string }>;
  /** Above the text: title, objectives. */
  children?: ReactNode;
}

/** Contents, text, margin; on a phone one column with the contents folded away. Server component. */
export function LessonView({
  text,
  headings,
  sources,
  labels,
  locale,
  practise,
  link,
  once: Once,
  children,
}: LessonViewProps) {
  const { lesson } = labels;
  const contents = contentsHtml(headings);
  return (
    <div className="lesson" lang={locale}>
      <div className="lesson-contents print-hidden">
        <p className="lesson-aside-title">{lesson.contents}</p>
        <ContentsList label={lesson.contents}>
          <Once as="ol" className="lesson-headings" html={contents} />
        </ContentsList>
      </div>
      <article className="lesson-text">
        {children}
        <div className="lesson-contents-folded print-hidden">
          <Disclosure summary={lesson.contents}>
            <Once as="ol" className="lesson-headings" html={contents} />
          </Disclosure>
        </div>
        {text}
      </article>
      <aside className="lesson-margin">
        {practise && (
          <div className="lesson-practise print-hidden">
            <LinkButton href={practise.href} link={link} variant="primary">
              {lesson.practise}
            </LinkButton>
            {practise.hint && <p className="field-hint">{practise.hint}</p>}
          </div>
        )}
        {sources.length > 0 && (
          <section aria-labelledby="sources">
            <h2 id="sources" className="lesson-aside-title">
              {lesson.sources}
            </h2>
            <Once as="ul" className="source-list" html={sourcesHtml(sources)} />
          </section>
        )}
      </aside>
    </div>
  );
}
