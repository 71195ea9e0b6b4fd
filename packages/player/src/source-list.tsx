"use client";
import type { SourceLink } from "./question-props";

export function SourceList({ sources }: { sources: readonly SourceLink[] }) {
  return (
    <ul className="source-list">
      {sources.map(({ id, label, url }) => (
        <li key={id}>
          {url ? (
            <a href={url} className="link" rel="noreferrer">
              {label}
            </a>
          ) : (
            label
          )}
        </li>
      ))}
    </ul>
  );
}
