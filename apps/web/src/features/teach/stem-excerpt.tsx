import "./stem-excerpt.css";
import { compact, Rendered } from "@tidao/player/rendered";

/** How a question begins, for lists to choose from. */
export const StemExcerpt = ({ html, short }: { html: string; short?: boolean }) => (
  <Rendered html={html} className={`${compact} stem-excerpt ${short ? "stem-excerpt-short" : ""}`} />
);
