"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { apiProblem } from "@tidao/next-kit/trpc";
import { Button } from "@tidao/ui/button";
import { Select } from "@tidao/ui/select";
import { TextField } from "@tidao/ui/text-field";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useRef, useState } from "react";
import { api } from "../../api";
import { describeProblem } from "../../problem-text";
import type { QuestionKind } from "./question-filter";

interface NewQuestionProps {
  topics: { slug: string; prefix: string; label: string }[];
  kinds: { kind: QuestionKind; label: string }[];
  start: { topic: string; kind: QuestionKind };
  editorHref: string;
  words: Messages["admin"]["create"];
  offline: string;
  locale: Locale;
}
const wellFormed = /^[a-z0-9][a-z0-9-]{2,79}$/;

export function NewQuestionForm({ topics, kinds, start, editorHref, words, offline, locale }: NewQuestionProps) {
  const router = useRouter();
  const prefixOf = (slug: string) => topics.find((topic) => topic.slug === slug)?.prefix ?? "";
  const [topicSlug, setTopic] = useState(start.topic);
  const [kind, setKind] = useState(start.kind);
  const [questionId, setId] = useState(() => (prefixOf(start.topic) ? `${prefixOf(start.topic)}-` : ""));
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLFormElement>(null);

  const chooseTopic = (slug: string) => {
    // the id follows the topic for as long as nobody has written more than its prefix
    if (questionId === "" || questionId === `${prefixOf(topicSlug)}-`)
      setId(prefixOf(slug) ? `${prefixOf(slug)}-` : "");
    setTopic(slug);
  };
  const fail = (message: string) => {
    setError(message);
    field.current?.querySelector<HTMLInputElement>("#question-id")?.focus();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!wellFormed.test(questionId) || questionId.endsWith("-")) return fail(words.malformed);
    setBusy(true);
    try {
      await api.questions.createQuestion.mutate({ questionId, topicSlug, kind });
      router.push(`${editorHref}/${questionId}`);
    } catch (failure) {
      const problem = apiProblem(failure);
      setBusy(false);
      fail(problem.params.field === "questionId" ? words.taken : describeProblem(problem, { locale, offline }));
    }
  };
  return (
    <form ref={field} noValidate onSubmit={(event) => void submit(event)} className="grid max-w-xl gap-5">
      <Select label={words.topic} value={topicSlug} onChange={(event) => chooseTopic(event.target.value)}>
        {topics.map(({ slug, label }) => (
          <option key={slug} value={slug}>
            {label}
          </option>
        ))}
      </Select>
      <Select label={words.kind} value={kind} onChange={(event) => setKind(event.target.value as QuestionKind)}>
        {kinds.map(({ kind, label }) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </Select>
      <TextField
        id="question-id"
        label={words.id}
        hint={words.idHint}
        error={error}
        value={questionId}
        onChange={(event) => {
          setId(event.target.value.toLowerCase().replace(/[\s_]+/g, "-"));
          setError(undefined);
        }}
        className="font-mono"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={80}
      />
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
