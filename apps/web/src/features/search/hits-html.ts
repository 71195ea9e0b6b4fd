import { escapeHtml } from "@tidao/kernel";
import { badgeHtml, type Tone } from "@tidao/ui/badge";
import type { MarkShape } from "@tidao/ui/mark";
import { pageWords } from "../../page-words";
import { type Found, markedHtml } from "./marked-html";
import { practiceHref } from "./search-query";

type Hit = Found["hits"][number];

const languages = { zh: "zh-CN", en: "en" } as const;
const stateLooks: Record<NonNullable<Hit["state"]>, { tone: Tone; shape?: MarkShape }> = {
  due: { tone: "warning", shape: "warning" },
  wrong: { tone: "wrong", shape: "wrong" },
  partial: { tone: "partial", shape: "partial" },
  right: { tone: "right", shape: "right" },
  pending: { tone: "accent", shape: "pending" },
  new: { tone: "neutral" },
};

/** Where a hit leads: the section of a lesson, the question in practice, the term, the path, what a note is about. */
export function hitHref(hit: Hit, search: string | null): string {
  const anchor = hit.anchor ? `#${hit.anchor}` : "";
  switch (hit.kind) {
    case "lesson":
      return `/topics/${hit.ref}${anchor}`;
    case "question":
      return practiceHref(search, hit.ref);
    case "term":
      return `/glossary?term=${hit.ref}#${hit.ref}`;
    case "path":
      return `/paths/${hit.ref}`;
    case "note":
      if (hit.questionId) return practiceHref(null, hit.questionId);
      return hit.topic ? `/topics/${hit.topic.slug}${anchor}` : "/notes";
  }
}

/**
 * The hits as HTML: twenty of them are four hundred elements, and React writes each twice. Every text goes through `escapeHtml`.
 * @param search that practice goes on with; null where its questions are not these
 */
export const hitsHtml = (hits: readonly Hit[], search: string | null): string =>
  hits.map((hit) => hitHtml(hit, search)).join("");

function hitHtml(hit: Hit, search: string | null): string {
  const { words, say, to } = pageWords();
  const texts = words.search;
  const { kind, title, excerpt, topic, state, questionKind, difficulty, locale } = hit;
  // a question and a note have no name but what they say
  const named = title.length > 0;
  const lang = languages[locale];
  const about = [
    badgeHtml(texts.kinds[kind]),
    state ? badgeHtml(texts.states[state], stateLooks[state]) : "",
    questionKind ? `<span>${escapeHtml(words.questionKinds[questionKind])}</span>` : "",
    difficulty === null ? "" : `<span>${escapeHtml(say(texts.difficulty, { level: difficulty }))}</span>`,
    topic
      ? `<a data-soft="" class="hover:text-accent hover:underline" href="${escapeHtml(to(`/topics/${topic.slug}`))}">${escapeHtml(topic.title)}</a>`
      : "",
  ];
  return (
    `<li data-hit="" class="grid gap-1 py-3"><h2 class="text-base font-semibold wrap-anywhere" lang="${lang}">` +
    `<a data-soft="" class="link" href="${escapeHtml(to(hitHref(hit, search)))}">${markedHtml(named ? title : excerpt)}</a></h2>` +
    (named && excerpt.length > 0
      ? `<p class="max-w-prose wrap-anywhere" lang="${lang}">${markedHtml(excerpt)}</p>`
      : "") +
    `<p class="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">${about.join("")}</p></li>`
  );
}
