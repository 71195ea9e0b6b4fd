import type { ReactNode } from "react";
import { HtmlOnce } from "./html-once";
import type { SentElement } from "./sent-html";
import { staticHtml } from "./static-html";

interface StaticProps {
  as: SentElement;
  className?: string;
  /** How it is called for those who do not see it. */
  label?: string;
  children: ReactNode;
}

/**
 * A part of a page that only looks: links, texts, tables, forms without script. Written as in any page, and sent once as
 * HTML, which no script of the browser goes through.
 */
export function Static({ children, ...element }: StaticProps) {
  return <HtmlOnce {...element} html={staticHtml(children)} />;
}
