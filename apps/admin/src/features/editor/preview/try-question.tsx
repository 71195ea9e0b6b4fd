"use client";
import type { Answer, Feedback, ShownQuestion } from "@tidao/player";
import { emptyAnswer, isAnswered } from "@tidao/player/answer-state";
import { FeedbackView } from "@tidao/player/feedback-view";
import { QuestionPlayer } from "@tidao/player/question-player";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { api } from "../../../api";
import { problemText } from "../../../problem-text";
import { useEditor, useSay } from "../editor-context";
import type { Preview } from "../use-preview";

/** An ordering alone gives nine; a row of them would be longer than the question. */
const mostTries = 6;

interface TryQuestionProps {
  question: ShownQuestion;
  tries: Preview["tries"];
  language: Locale;
  topicSlug: string;
  seed: number;
  /** Another object for each new rendering: an open verdict is then asked for again. */
  version: object;
}

/** Answers the question as a learner would, or with the key and the wrong answers that its author wrote down. */
export function TryQuestion({ question, tries, language, topicSlug, seed, version }: TryQuestionProps) {
  const { store, words, locale } = useEditor();
  const { say } = useSay();
  const texts = words.editor.previewing;
  const [answer, setAnswer] = useState<Answer | null>(() => emptyAnswer(question));
  const [told, setTold] = useState<Readonly<Record<Locale, Feedback>>>();
  const [error, setError] = useState<string>();
  const verdict = useRef<HTMLHeadingElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    // once it is drawn: a frame after the answer came it may not be
    if (told && asked.current) verdict.current?.focus();
    asked.current = false;
  }, [told]);

  const ask = async (given: Answer, quietly = false) => {
    setError(undefined);
    try {
      asked.current = !quietly;
      setTold(await api.questions.tryAnswer.mutate({ topicSlug, spec: store.get(), seed, answer: given }));
    } catch (failure) {
      if (!quietly) setError(problemText(failure, { locale, offline: words.offline }));
    }
  };
  const again = useRef(ask);
  useEffect(() => {
    again.current = ask;
  });
  // while a verdict is open, what it explains follows the text
  const isOpen = told !== undefined;
  useEffect(() => {
    if (isOpen && answer) void again.current(answer, true);
    // only a new rendering asks again, not each answer
    // oxlint-disable-next-line react/exhaustive-deps
  }, [version]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (answer && isAnswered(question, answer)) void ask(answer);
  };
  const tryWith = (given: Answer) => {
    setAnswer(given);
    void ask(given);
  };
  const feedback = told?.[language];
  const wrong = tries.filter(({ right }) => !right).slice(0, mostTries);
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <QuestionPlayer
        question={question}
        value={answer}
        onChange={setAnswer}
        labels={words.player[language]}
        locale={language}
        graded={feedback?.parts}
        keys={false}
      />
      {feedback && (
        <FeedbackView
          question={question}
          answer={answer}
          feedback={feedback}
          labels={words.player[language]}
          locale={language}
          verdictRef={verdict}
        />
      )}
      <p role="alert" className="field-error empty:hidden">
        {error}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        {feedback ? (
          <Button
            size="small"
            onClick={(event) => {
              // by the time the browser acts on the press, this is the button that submits
              event.preventDefault();
              setTold(undefined);
              setAnswer(emptyAnswer(question));
            }}
          >
            {texts.again}
          </Button>
        ) : (
          // not `disabled`: it takes the place of the button that was pressed to try again
          <Button size="small" type="submit" aria-disabled={!isAnswered(question, answer) || undefined}>
            {texts.check}
          </Button>
        )}
      </div>
      <div role="group" aria-label={texts.tryLabel} className="flex flex-wrap items-center gap-x-1 text-sm">
        <span aria-hidden className="text-muted">
          {texts.tryLabel}
        </span>
        {tries
          .filter(({ right }) => right)
          .map(({ answer }) => (
            <Button key="key" size="small" variant="quiet" onClick={() => tryWith(answer)}>
              {texts.tryKey}
            </Button>
          ))}
        {wrong.map(({ misconception, answer }, index) => (
          <Button
            key={JSON.stringify(answer)}
            size="small"
            variant="quiet"
            title={misconception ?? undefined}
            onClick={() => tryWith(answer)}
          >
            {say(texts.tryWrong, { number: index + 1 })}
          </Button>
        ))}
      </div>
    </form>
  );
}
