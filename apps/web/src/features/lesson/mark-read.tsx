"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { useEffect, useRef, useState } from "react";

interface MarkReadProps {
  slug: string;
  read: boolean;
  words: Pick<Messages["lesson"], "markRead" | "marking" | "marked">;
  locale: Locale;
  offline: string;
}

/** At the end of a lesson. The API client is loaded only when it is pressed: a page for reading ships next to no script. */
export function MarkRead({ slug, read, words, locale, offline }: MarkReadProps) {
  const [state, setState] = useState<"open" | "busy" | "done">(read ? "done" : "open");
  const [problem, setProblem] = useState<string | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  // the pressed button is gone: the focus goes to what took its place, once that is there
  useEffect(() => {
    if (state === "done" && !read) said.current?.focus();
  }, [state, read]);
  const mark = async () => {
    setState("busy");
    setProblem(null);
    try {
      const { api } = await import("../../api");
      await api.topics.markLessonRead.mutate({ slug });
      setState("done");
    } catch (error) {
      const { problemText } = await import("../../problem-text");
      setProblem(problemText(error, { locale, offline }));
      setState("open");
    }
  };
  return (
    <>
      {state === "done" ? (
        <p ref={said} tabIndex={-1} role="status" className="text-sm text-muted">
          {words.marked}
        </p>
      ) : (
        <Button busy={state === "busy"} onClick={() => void mark()}>
          {state === "busy" ? words.marking : words.markRead}
        </Button>
      )}
      <p role="alert" className="text-sm text-wrong">
        {problem}
      </p>
    </>
  );
}
