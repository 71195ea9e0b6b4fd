import { escapeHtml } from "@tidao/kernel";
import type { LessonHeading, SourceLink } from "./question-props";

/** The contents of a lesson, inside its `<ol>`. */
export const contentsHtml = (headings: readonly LessonHeading[]): string =>
  headings
    .map(
      ({ id, text, level }) =>
        `<li class="lesson-headings-${level}"><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a></li>`,
    )
    .join("");

/** What a lesson cites, inside its `<ul>`. The anchors `source-<id>` are what citations in the text point to. */
export const sourcesHtml = (sources: readonly SourceLink[]): string =>
  sources
    .map(({ id, label, url }) => {
      const name = escapeHtml(label);
      const link = url ? `<a href="${escapeHtml(url)}" class="link" rel="noreferrer">${name}</a>` : name;
      return `<li id="source-${escapeHtml(id)}">${link}</li>`;
    })
    .join("");
