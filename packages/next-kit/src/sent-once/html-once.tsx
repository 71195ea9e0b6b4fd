import { sendByContent } from "./send-once";
import { type SentElement, SentHtml } from "./sent-html";

interface HtmlOnceProps {
  as: SentElement;
  className?: string;
  /** How it is called for those who do not see it. */
  label?: string;
  html: string;
}

/** An element with long HTML inside, which the page holds once. The HTML comes escaped from whoever wrote it. */
export function HtmlOnce({ html, ...element }: HtmlOnceProps) {
  const sent = sendByContent(html);
  return <SentHtml key={sent.id} {...element} {...sent} />;
}
