import { AppLink } from "@tidao/next-kit/app-link";
import { Badge, type Tone } from "@tidao/ui/badge";
import type { MarkShape } from "@tidao/ui/mark";
import { pageWords } from "../../page-words";
import { type Hit, MarkedText } from "./marked-text";
import { practiceHref } from "./search-query";

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

interface HitViewProps {
  hit: Hit;
  /** The search that practice goes on with; null where its questions are not these. */
  search: string | null;
}
export function HitView({ hit, search }: HitViewProps) {
  const { words, say, to } = pageWords();
  const texts = words.search;
  const { kind, title, excerpt, topic, state, questionKind, difficulty, locale } = hit;
  // a question and a note have no name but what they say
  const named = title.length > 0;
  return (
    <li data-hit="" className="grid gap-1 py-3">
      <h2 className="text-base font-semibold wrap-anywhere" lang={languages[locale]}>
        <AppLink className="link" href={to(hitHref(hit, search))}>
          <MarkedText stretches={named ? title : excerpt} />
        </AppLink>
      </h2>
      {named && excerpt.length > 0 && (
        <p className="max-w-prose wrap-anywhere" lang={languages[locale]}>
          <MarkedText stretches={excerpt} />
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <Badge>{texts.kinds[kind]}</Badge>
        {state && (
          <Badge tone={stateLooks[state].tone} shape={stateLooks[state].shape}>
            {texts.states[state]}
          </Badge>
        )}
        {questionKind && <span>{words.questionKinds[questionKind]}</span>}
        {difficulty !== null && <span>{say(texts.difficulty, { level: difficulty })}</span>}
        {topic && (
          <AppLink className="hover:text-accent hover:underline" href={to(`/topics/${topic.slug}`)}>
            {topic.title}
          </AppLink>
        )}
      </p>
    </li>
  );
}
