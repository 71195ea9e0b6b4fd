"use client";
import type { LessonHeading } from "./question-props";

export function ContentsLinks({ headings, current }: { headings: readonly LessonHeading[]; current?: string | null }) {
  return (
    <ol className="lesson-headings">
      {headings.map(({ id, text, level }) => (
        <li key={id} className={`lesson-headings-${level}`}>
          <a href={`#${id}`} aria-current={current === id ? "location" : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
}
