import { hash } from "node:crypto";
import { sendOnce } from "./send-once";
import { SentHtml, type SentElement } from "./sent-html";

/**
 * An element with long HTML inside, which the page holds once. The HTML comes escaped from whoever wrote it. Its id tells it from
 * another: the same place of the page may show other HTML after the next click.
 */
export function HtmlOnce({ as, className, html }: { as: SentElement; className?: string; html: string }) {
  const sent = sendOnce(`once-${hash("sha1", html, "base64url")}`, html);
  return <SentHtml key={sent.id} as={as} className={className} {...sent} />;
}
