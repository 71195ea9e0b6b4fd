import { escapeHtml } from "@tidao/kernel";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import type { Topic } from "../topics/topic-state";

/** A topic at this level counts as done on a path; there is nothing left to skip. */
const doneFrom = 3;

type Skippable = Pick<Topic, "slug" | "title" | "state" | "level" | "questions">;

/** To the test by which a topic is skipped; for a skipped one, to where that can be taken back. */
function skipLink(topic: Skippable, path?: string) {
  const { words, say, to } = pageWords();
  const texts = words.placement.skip;
  if (topic.questions === 0 || (topic.state !== "skipped" && topic.level >= doneFrom)) return null;
  const href = to(`/topics/${topic.slug}/skip${path ? `?path=${path}` : ""}`);
  return topic.state === "skipped"
    ? { href, text: texts.skipped }
    : { href, text: texts.short, label: say(words.app.about, { word: texts.short, what: topic.title }) };
}

export function SkipLink({ topic, path }: { topic: Skippable; path?: string }) {
  const link = skipLink(topic, path);
  return (
    link && (
      <AppLink className="link print-hidden" href={link.href} aria-label={link.label}>
        {link.text}
      </AppLink>
    )
  );
}

/** The same for what is written as HTML. */
export function skipLinkHtml(topic: Skippable): string {
  const link = skipLink(topic);
  if (!link) return "";
  const label = link.label === undefined ? "" : ` aria-label="${escapeHtml(link.label)}"`;
  return `<a data-soft="" class="link print-hidden" href="${escapeHtml(link.href)}"${label}>${escapeHtml(link.text)}</a>`;
}
