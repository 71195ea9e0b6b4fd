"use client";
import { formatMessage } from "@tidao/i18n/icu";
import { type Locale, locales } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Disclosure } from "@tidao/ui/disclosure";
import { Icon } from "@tidao/ui/icon";
import { Rendered } from "@tidao/player/rendered";
import { useState } from "react";
import { useEditor, useSay } from "../editor-context";
import type { PreviewState } from "../use-preview";
import { TryQuestion } from "./try-question";

interface PreviewPaneProps {
  state: PreviewState;
  topicSlug: string;
  onVariant: (seed: number) => void;
}

/** The question as learners meet it, made of their own components. */
export function PreviewPane({ state, topicSlug, onVariant }: PreviewPaneProps) {
  const { words, locale, variants } = useEditor();
  const { say } = useSay();
  const [language, setLanguage] = useState<Locale>(locale);
  const texts = words.editor.previewing;
  const { shown, stale, seed } = state;
  const content = shown?.rendered[language];
  const player = words.player[language];
  return (
    <div className="grid content-start gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-base">{words.editor.preview}</h2>
        <div role="group" aria-label={texts.language} className="flex rounded-sm border border-line">
          {locales.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={language === each}
              className="min-h-8 px-3 text-sm text-muted aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent-strong"
              onClick={() => setLanguage(each)}
            >
              {words.editor[each]}
            </button>
          ))}
        </div>
        {state.parameterised && (
          <div className="flex items-center text-sm">
            <Button
              icon
              size="small"
              variant="quiet"
              aria-label={texts.previous}
              onClick={() => onVariant((seed + variants - 1) % variants)}
            >
              <Icon name="chevron-left" />
            </Button>
            <span className="tabular-nums" role="status">
              {say(texts.variant, { number: seed + 1, total: variants })}
            </span>
            <Button
              icon
              size="small"
              variant="quiet"
              aria-label={texts.next}
              onClick={() => onVariant((seed + 1) % variants)}
            >
              <Icon name="chevron-right" />
            </Button>
          </div>
        )}
      </div>
      {stale && shown && <p className="text-sm text-muted">{texts.stale}</p>}
      {content && shown ? (
        <>
          <TryQuestion
            key={partsOf(content.shown)}
            question={content.shown}
            tries={shown.tries}
            language={language}
            topicSlug={topicSlug}
            seed={seed}
            version={shown}
          />
          <Disclosure summary={texts.behind}>
            <div lang={language} className="mt-2 grid gap-3">
              {content.hints.length === 0 && <p className="text-sm text-muted">{texts.noHints}</p>}
              {content.hints.map((html, index) => (
                <div key={html}>
                  <h3 className="feedback-heading">
                    {formatMessage(language, player.hints.number, { number: index + 1 })}
                  </h3>
                  <Rendered html={html} className="prose-lesson prose-compact" />
                </div>
              ))}
              <div>
                <h3 className="feedback-heading">{player.feedback.solution}</h3>
                <Rendered html={content.solution} className="prose-lesson prose-compact" />
              </div>
            </div>
          </Disclosure>
        </>
      ) : (
        <p className="text-muted">{texts.nothing}</p>
      )}
    </div>
  );
}

/** Other parts make another question: an answer in old ids would mean nothing. */
const partsOf = (question: object): string =>
  JSON.stringify(question, (name, value: unknown) =>
    ["html", "stem", "passage", "hintsAvailable"].includes(name) ? undefined : value,
  );
