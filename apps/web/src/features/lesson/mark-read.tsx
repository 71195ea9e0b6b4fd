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

/** So long the end of a lesson stands in sight before it counts as reached: who only scrolls by has not read it. */
const dwell = 5000;

/**
 * At the end of a lesson: a press marks it as read, and so does staying there. The API client is loaded only then: a page
 * for reading ships next to no script.
 */
export function MarkRead({ slug, read, words, locale, offline }: MarkReadProps) {
  const [state, setState] = useState<"open" | "busy" | "done">(read ? "done" : "open");
  const [problem, setProblem] = useState<string | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  // the pressed button is gone: the focus goes to what took its place, once that is there
  useEffect(() => {
    if (state === "done" && pressed.current) said.current?.focus();
  }, [state]);
  const press = async () => {
    pressed.current = true;
    setState("busy");
    setProblem(null);
    try {
      const { api } = await import("../../api");
      await api.topics.markLessonRead.mutate({ slug });
      setState("done");
    } catch (error) {
      // without a connection these words do not come either
      const said = import("../../problem-text").then(({ problemText }) => problemText(error, { locale, offline }));
      setProblem(await said.catch(() => offline));
      setState("open");
    }
  };
  useEffect(() => {
    if (state !== "open" || !end.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const reach = async () => {
      if (document.hidden || pressed.current) return;
      // nobody pressed anything: when it fails, the button is still there
      const marked = await import("../../api")
        .then(({ api }) => api.topics.markLessonRead.mutate({ slug }))
        .then(
          () => true,
          () => false,
        );
      if (!marked) return;
      pressed.current = end.current?.contains(document.activeElement) ?? false;
      setState("done");
    };
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting) timer = setTimeout(() => void reach(), dwell);
    });
    observer.observe(end.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [state, slug]);
  return (
    <div ref={end} className="flex flex-wrap items-center gap-3">
      {state === "done" ? (
        <p ref={said} tabIndex={-1} role="status" className="text-sm text-muted">
          {words.marked}
        </p>
      ) : (
        <Button busy={state === "busy"} onClick={() => void press()}>
          {state === "busy" ? words.marking : words.markRead}
        </Button>
      )}
      <p role="alert" className="text-sm text-wrong">
        {problem}
      </p>
    </div>
  );
}
