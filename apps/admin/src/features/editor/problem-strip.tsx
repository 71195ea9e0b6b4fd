"use client";
import { Button } from "@tidao/ui/button";
import { Kbd } from "@tidao/ui/kbd";
import { Mark } from "@tidao/ui/mark";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { isMissing, sayProblem } from "./draft-problem";
import { useEditor, useSay } from "./editor-context";
import { type Path, pathKey } from "./spec-path";

/** What is wrong, on top of everything; each line leads to its field. F8 goes from one to the next. */
export function ProblemStrip({
  onShow,
  checking,
  unchecked,
}: {
  onShow: (path: Path) => void;
  checking: boolean;
  /** Why the text as it stands could not be checked: what is known is of another text. */
  unchecked: string | null;
}) {
  const { problems, words, locale } = useEditor();
  const { say, place } = useSay();
  const all = useSyncExternalStore(problems.subscribe, problems.all, problems.all);
  const texts = words.editor.problems;
  const empty = all.filter(isMissing);
  const rest = all.filter((problem) => !isMissing(problem));
  const next = useRef(0);
  const showNext = () => {
    const problem = all[next.current % Math.max(1, all.length)];
    next.current++;
    if (problem) onShow(problem.path);
  };
  const key = useRef(showNext);
  useEffect(() => {
    key.current = showNext;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "F8") return;
      event.preventDefault();
      key.current();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  if (unchecked)
    return (
      <p className="notice tone-warning py-2! text-sm" role="status">
        <Mark shape="warning" />
        <span className="notice-body">{say(texts.unchecked, { why: unchecked })}</span>
      </p>
    );
  if (all.length === 0)
    return (
      <p className="tone-right flex items-center gap-2 text-sm" role="status">
        <span className="text-right">
          <Mark shape="right" />
        </span>
        {texts.none}
      </p>
    );
  return (
    <section
      aria-label={say(texts.title, { count: all.length })}
      aria-busy={checking}
      className="notice tone-warning py-2!"
    >
      <Mark shape="warning" />
      <div className="notice-body grid gap-1">
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <p className="notice-title" role="status">
            {say(texts.title, { count: all.length })}
          </p>
          <Button size="small" variant="quiet" aria-keyshortcuts="F8" onClick={showNext}>
            {texts.next}
            <Kbd>{"F8"}</Kbd>
          </Button>
        </div>
        <ul className="-mx-2 max-h-40 overflow-y-auto text-sm">
          {rest.map((problem) => (
            <li key={`${pathKey(problem.path)} ${problem.code}`}>
              <Line onPress={() => onShow(problem.path)} place={place(problem.path)}>
                {sayProblem(problem, words, locale)}
              </Line>
            </li>
          ))}
          {empty[0] && (
            <li>
              <Line onPress={() => onShow(empty[0]?.path ?? [])} place={say(texts.incomplete, { count: empty.length })}>
                <span className="text-muted">{texts.incompleteHint}</span>
              </Line>
            </li>
          )}
        </ul>
      </div>
    </section>
  );
}

function Line({ place, children, onPress }: { place: string; children: React.ReactNode; onPress: () => void }) {
  return (
    <button type="button" className="block w-full rounded-sm px-2 py-0.5 text-start hover:bg-raised" onClick={onPress}>
      <span className="font-semibold underline decoration-1 underline-offset-2">{place}</span>
      {typeof children === "string" ? ` ${children}` : <> {children}</>}
    </button>
  );
}
