import { playerLabels } from "@tidao/i18n";
import type { ReactNode } from "react";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { PreviewDialog } from "./preview-dialog";
import { QuestionPreview } from "./question-preview";
import { QuestionFacts } from "./set/bank-row";

interface BankPreviewProps {
  question: ApiData["sets"]["getBankQuestion"];
  closeHref: string;
  /** The address of this preview with another set of numbers. */
  variantHref: (seed: number) => string;
  actions?: ReactNode;
}

export function BankPreview({ question, closeHref, variantHref, actions }: BankPreviewProps) {
  const { locale, words, say } = pageWords();
  const texts = words.teach.preview;
  const { questionId, versionNumber, seed, variants } = question;
  return (
    <PreviewDialog
      title={say(words.app.about, { word: texts.title, what: questionId })}
      close={texts.close}
      closeHref={closeHref}
    >
      <div className="grid gap-5">
        <div className="grid gap-1 border-b border-line pb-4">
          <QuestionFacts question={question} />
          <p className="flex flex-wrap gap-x-4 text-sm text-muted">
            <span>{say(words.teach.version, { number: versionNumber })}</span>
            {variants > 1 && (
              <span className="flex flex-wrap gap-x-2">
                {say(texts.variant, { number: seed + 1, total: variants })}
                {/* 37 is prime to the number of variants: pressing on shows them all */}
                <AppLink
                  className="link inline-flex min-h-6 items-center"
                  href={variantHref((seed + 37) % variants)}
                  scroll={false}
                >
                  {texts.another}
                </AppLink>
              </span>
            )}
          </p>
          <p className="text-sm text-muted">
            {texts.asLearner}
            {locale === "zh" ? "。" : ". "}
            {texts.try}
          </p>
        </div>
        <QuestionPreview
          key={`${question.versionId} ${seed}`}
          question={question}
          words={texts}
          labels={playerLabels(locale)}
          locale={locale}
          actions={actions}
        />
      </div>
    </PreviewDialog>
  );
}
