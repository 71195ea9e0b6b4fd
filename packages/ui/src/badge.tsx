import type { ReactNode } from "react";
import { htmlText } from "./charts/html-text";
import { join } from "./join";
import { Mark, markHtml, type MarkShape } from "./mark";

export type Tone = "neutral" | "accent" | "right" | "partial" | "wrong" | "warning";

/** A word with a tone; where the tone carries a meaning give the `shape` too. */
export function Badge({ tone = "neutral", shape, children }: { tone?: Tone; shape?: MarkShape; children: ReactNode }) {
  return (
    <span className={join("badge", tone !== "neutral" && `tone-${tone}`)}>
      {shape && <Mark shape={shape} size={12} />}
      {children}
    </span>
  );
}

/** The same for what is written as HTML. */
export const badgeHtml = (word: string, { tone = "neutral", shape }: { tone?: Tone; shape?: MarkShape } = {}): string =>
  `<span class="badge${tone === "neutral" ? "" : ` tone-${tone}`}">${shape ? markHtml(shape, 12) : ""}${htmlText(word)}</span>`;
