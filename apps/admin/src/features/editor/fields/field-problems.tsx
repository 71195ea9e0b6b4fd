"use client";
import { Mark } from "@tidao/ui/mark";
import { isMissing, sayProblem } from "../draft-problem";
import { useEditor, useProblemsAt } from "../editor-context";
import { type Path, pathKey } from "../spec-path";

const idOf = (path: Path) => `problem-${pathKey(path).replace(/[^\w-]/g, "_")}`;

/** What ties a control to its place: where a problem's "show me" leads, and what is wrong with it. */
export function usePlace(path: Path) {
  const problems = useProblemsAt(path);
  return {
    "data-path": pathKey(path),
    "aria-invalid": problems.length > 0 || undefined,
    "aria-describedby": problems.length > 0 ? idOf(path) : undefined,
  };
}

/** Under a field, what is wrong with it. That it is empty is seen: only a screen reader is told. */
export function FieldProblems({ path }: { path: Path }) {
  const { words, locale } = useEditor();
  const problems = useProblemsAt(path);
  if (problems.length === 0) return null;
  const isEmpty = problems.every(isMissing);
  return (
    <div id={idOf(path)} className={isEmpty ? "sr-only" : "grid gap-0.5"}>
      {problems.map((problem) => (
        <p key={problem.code} className="field-error">
          <Mark shape="wrong" size={14} />
          <span>{sayProblem(problem, words, locale)}</span>
        </p>
      ))}
    </div>
  );
}
