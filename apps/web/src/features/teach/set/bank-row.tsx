import { formatDuration, formatNumber, formatPercent } from "@tidao/i18n/format";
import { Badge } from "@tidao/ui/badge";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../../page-words";
import { StemExcerpt } from "../stem-excerpt";
import { AddButton } from "./add-button";
import type { BankQuestion } from "./draft-items";

/** What one decides by: what is asked, of which topic and kind, how hard it is meant and how hard it was. */
export function QuestionFacts({ question }: { question: BankQuestion }) {
  const { locale, words, say } = pageWords();
  const texts = words.teach.bank;
  const facts = [
    question.topicTitle,
    say(texts.difficultyOf, { level: question.difficulty }),
    formatDuration(locale, question.expectedSeconds),
    ...(question.parameterised ? [texts.variants] : []),
    question.facility === null
      ? texts.noAnswers
      : say(texts.facility, {
          percent: formatPercent(locale, question.facility),
          n: formatNumber(locale, question.answers),
        }),
  ];
  return (
    <p className="text-sm text-muted">
      <span className="me-1">
        <Badge>{words.questionKinds[question.kind]}</Badge>
      </span>
      {` ${facts.join(" · ")}`}
    </p>
  );
}

export function BankRow({ question, previewHref }: { question: BankQuestion; previewHref: string }) {
  const { locale, words, say } = pageWords();
  const { bank, set } = words.teach;
  return (
    <li className="grid gap-2 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:gap-x-4">
      <div className="grid min-w-0 content-start gap-2">
        <StemExcerpt html={question.stemHtml} />
        <QuestionFacts question={question} />
      </div>
      <div className="flex items-start gap-1 sm:flex-col sm:items-end">
        <AddButton
          question={question}
          locale={locale}
          words={{
            add: bank.add,
            added: bank.added,
            full: set.full,
            removed: set.removed,
            undo: words.app.actions.undo,
            about: words.app.about,
          }}
        />
        <AppLink
          className="button button-quiet button-small"
          href={previewHref}
          scroll={false}
          aria-label={say(words.app.about, { word: bank.preview, what: question.questionId })}
        >
          {bank.preview}
        </AppLink>
      </div>
    </li>
  );
}
