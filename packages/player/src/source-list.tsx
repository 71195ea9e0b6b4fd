"use client";
import type { SourceLink } from "./question-props";

/** The anchors `source-<id>` are what citations in the text point to. */
export function SourceList({ sources, anchors }: { sources: readonly SourceLink[]; anchors?: boolean }) {
  return (
    <ul className="source-list">
      {sources.map(({ id, label, url }) => (
        <li key={id} id={anchors ? `source-${id}` : undefined}>
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
