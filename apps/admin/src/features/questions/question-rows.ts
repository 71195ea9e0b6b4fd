import { formatNumber, formatPercent, relativeTime } from "@tidao/i18n/format";
import type { Tone } from "@tidao/ui/badge";
import { pageWords } from "../../page-words";
import type { QuestionListProps } from "./question-list-view";
import { stemLine } from "./stem-line";

/** A question as the list says it, in the reader's language. */
export interface QuestionRow {
  id: string;
  href: string;
  stem: string;
  topic: string;
  kind: string;
  difficulty: number;
  badges: { label: string; tone?: Tone }[];
  answers: string;
  points: string;
  changed: ReturnType<typeof relativeTime>;
}

export function questionRows({ page, topics, zone, now }: Omit<QuestionListProps, "filter">): QuestionRow[] {
  const { locale, words, to } = pageWords();
  const titles = new Map(topics.map(({ slug, title }) => [slug, title[locale]]));
  return page.questions.map((question) => {
    const { id, stem, kind, topicSlug, difficulty, answers, facility, updatedAt } = question;
    return {
      id,
      href: to(`/questions/${id}`),
      stem: stemLine(stem, locale) || words.admin.questions.noStem,
      topic: titles.get(topicSlug) ?? topicSlug,
      kind: words.questionKinds[kind],
      difficulty,
      badges: badgesOf(question),
      answers: formatNumber(locale, answers),
      points: facility === null ? "–" : formatPercent(locale, facility),
      changed: relativeTime(locale, updatedAt, now, zone),
    };
  });
}

/** What learners get, and whether somebody is at work on the next version. */
function badgesOf({
  status,
  hasDraft,
}: Pick<QuestionListProps["page"]["questions"][number], "status" | "hasDraft">): QuestionRow["badges"] {
  const { status: names, questions } = pageWords().words.admin;
  if (status === "draft") return [{ label: names.draft, tone: "warning" }];
  return [
    status === "published" ? { label: names.published, tone: "right" } : { label: names.retired },
    ...(hasDraft ? [{ label: questions.withDraft, tone: "warning" as const }] : []),
  ];
}
