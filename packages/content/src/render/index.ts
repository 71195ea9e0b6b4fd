export { citationLabel, citedIds } from "./citations";
export type { Figures } from "./figures";
export type { LessonHeading } from "./headings";
export { linkTerms, type LinkedTerm } from "./link-terms";
export { renderInline, renderMarkdown, type Surroundings } from "./render-markdown";
export { renderLesson, type RenderedLesson } from "./render-lesson";
export { renderQuestion } from "./render-question";
export type { Html, RenderedPart, RenderedQuestion, RevealedQuestion, ShownQuestion } from "./rendered-question";
export { rendererVersion } from "./renderer-version";
