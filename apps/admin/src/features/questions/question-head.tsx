import { formatShare } from "@tidao/i18n/format";
import { Icon } from "@tidao/ui/icon";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { questionsHref } from "./question-filter";

/** Which question this is: its id, topic, kind and how it fares. */
export function QuestionHead({ question }: { question: ApiData["questions"]["getQuestion"] }) {
  const { locale, words, to } = pageWords();
  const { id, topic, kind, answers, facility } = question;
  const texts = words.admin.questions;
  return (
    <header className="grid gap-1 pt-5 pb-2">
      <AppLink
        className="flex min-h-6 w-fit items-center gap-1 text-sm text-muted hover:text-accent"
        href={to("/questions")}
      >
        <Icon name="chevron-left" size={12} className="flex-none" />
        {texts.title}
      </AppLink>
      <h1 className="font-mono text-xl break-all">{id}</h1>
      <p className="flex flex-wrap gap-x-4 text-sm text-muted">
        <AppLink className="link inline-flex min-h-6 items-center" href={to(questionsHref({ topic: topic.slug }))}>
          {topic.title[locale]}
        </AppLink>
        <span>{words.questionKinds[kind]}</span>
        {facility !== null && (
          <span>
            {texts.points} {formatShare(locale, facility, answers)}
          </span>
        )}
      </p>
    </header>
  );
}
