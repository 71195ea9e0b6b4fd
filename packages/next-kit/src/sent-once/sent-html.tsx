"use client";
import { useSentOnce } from "./use-sent-once";

export type SentElement = "div" | "figure" | "ul";
interface SentHtmlProps {
  as: SentElement;
  id: string;
  className?: string;
  html?: string;
}

/** The browser's side of `HtmlOnce`. */
export function SentHtml({ as: Element, id, className, html }: SentHtmlProps) {
  const inside = useSentOnce(id, html);
  // oxlint-disable-next-line react/no-danger -- escaped where it was written
  return <Element id={id} className={className} dangerouslySetInnerHTML={{ __html: inside }} />;
}
