"use client";
import { useSentOnce } from "./use-sent-once";

export type SentElement = "div" | "header" | "nav" | "ol" | "ul";
interface SentHtmlProps {
  as: SentElement;
  id: string;
  className?: string;
  label?: string;
  html?: string;
}

/** The browser's side of `HtmlOnce`. */
export function SentHtml({ as: Element, id, className, label, html }: SentHtmlProps) {
  const inside = useSentOnce(id, html);
  // oxlint-disable-next-line react/no-danger -- escaped where it was written
  return <Element id={id} className={className} aria-label={label} dangerouslySetInnerHTML={{ __html: inside }} />;
}
