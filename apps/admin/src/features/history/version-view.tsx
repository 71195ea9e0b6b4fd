import { playerLabels } from "@tidao/i18n";
import { locales } from "@tidao/kernel";
import { Rendered } from "@tidao/player/rendered";
import { LinkButton } from "@tidao/ui/button";
import { Card } from "@tidao/ui/card";
import { Notice } from "@tidao/ui/notice";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { HistoryFrame } from "./history-frame";
import { SpecFields } from "./spec-fields";
import { StillQuestion } from "./still-question";

interface VersionProps {
  question: ApiData["questions"]["getQuestion"];
  version: ApiData["questions"]["getVersion"];
  preview: ApiData["questions"]["previewDraft"];
}

/** One version as learners saw it, in both languages, and every field of it. */
export function VersionView({ question, version, preview: { rendered } }: VersionProps) {
  const { words, say, to } = pageWords();
  const { history: texts, editor } = words.admin;
  return (
    <HistoryFrame
      questionId={question.id}
      title={say(texts.viewing, { id: question.id, version: version.number })}
      back="history"
      actions={
        <LinkButton link={AppLink} href={to(`/questions/${question.id}?from=${version.id}`)} size="small">
          {texts.use}
        </LinkButton>
      }
    >
      <div className="grid gap-8">
        {rendered ? (
          <section className="grid gap-3">
            <h2 className="text-lg">{texts.asLearners}</h2>
            <div className="grid items-start gap-4 lg:grid-cols-2">
              {locales.map((locale) => (
                <Card key={locale} title={editor[locale]}>
                  <div className="grid gap-5">
                    <StillQuestion question={rendered[locale].shown} labels={playerLabels(locale)} locale={locale} />
                    <div lang={locale}>
                      <h3 className="feedback-heading">{playerLabels(locale).feedback.solution}</h3>
                      <Rendered html={rendered[locale].solution} className="prose-lesson prose-compact" />
                    </div>
                  </div>
                </Card>
              ))}
            </div>
          </section>
        ) : (
          <Notice kind="info" word={words.app.notice.info}>
            <p>{texts.cannotShow}</p>
          </Notice>
        )}
        <section className="grid max-w-6xl gap-3">
          <h2 className="text-lg">{texts.fields}</h2>
          <SpecFields spec={version.spec} />
        </section>
      </div>
    </HistoryFrame>
  );
}
