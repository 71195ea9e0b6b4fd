import type { Html } from "./question-props";

interface RenderedProps {
  html: Html;
  as?: "div" | "span";
  className?: string;
  id?: string;
}

/** The one place where HTML becomes elements. It comes sanitised from the content compiler, also that of a learner’s own notes. */
export function Rendered({ html, as: Element = "div", className, id }: RenderedProps) {
  // oxlint-disable-next-line react/no-danger
  return <Element id={id} className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Stems, explanations and solutions: lesson typography in the face and size of the interface. */
export const compact = "prose-lesson prose-compact";
