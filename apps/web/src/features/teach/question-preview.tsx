"use client";
import type { Messages, PlayerLabels } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { emptyAnswer } from "@tidao/player/answer-state";
import { FeedbackView } from "@tidao/player/feedback-view";
import { QuestionPlayer } from "@tidao/player/question-player";
import { Button } from "@tidao/ui/button";
import { type ReactNode, useId, useState } from "react";
import type { ApiData } from "../../api-data";

interface QuestionPreviewProps {
  question: Pick<ApiData["sets"]["getBankQuestion"], "shown" | "key" | "feedback">;
  words: Messages["teach"]["preview"];
  labels: PlayerLabels;
  locale: Locale;
  /** Beside the button that shows the key. */
  actions?: ReactNode;
}

/** A question as a learner meets it, to be tried; its key and solution behind a press. */
export function QuestionPreview({
  question: { shown, key, feedback },
  words,
  labels,
  locale,
  actions,
}: QuestionPreviewProps) {
  const [answer, setAnswer] = useState(() => emptyAnswer(shown));
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="grid gap-5">
      <QuestionPlayer
        question={shown}
        value={open ? key : answer}
        onChange={setAnswer}
        graded={open ? feedback.parts : undefined}
        labels={labels}
        locale={locale}
        keys={false}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? words.hideKey : words.showKey}
        </Button>
        {actions}
      </div>
      <div id={id} className="grid gap-5">
        {open && (
          <>
            <h3 className="border-t border-line pt-4 text-lg">{words.key}</h3>
            <FeedbackView question={shown} answer={key} feedback={feedback} labels={labels} locale={locale} />
          </>
        )}
      </div>
    </div>
  );
}
