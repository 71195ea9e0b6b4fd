import { escapeHtml } from "@tidao/kernel";
import { badgeHtml } from "@tidao/ui/badge";
import type { QuestionRow } from "./question-rows";

/** The cells that every row has; those of topic and kind are absent where the list has only one of them. */
export interface ShownColumns {
  topic: boolean;
  kind: boolean;
}

/**
 * The rows of the bank as HTML: 25 questions are 400 elements, and React writes each of them twice at the price of a
 * small page. Every text goes through `escapeHtml`.
 */
export const rowsHtml = (rows: readonly QuestionRow[], { topic, kind }: ShownColumns): string =>
  rows
    .map(
      (row) =>
        `<tr><td class="w-full min-w-0"><a data-soft="" data-row="" href="${escapeHtml(row.href)}" class="group grid gap-0.5">` +
        `<span class="line-clamp-2 text-base leading-snug break-words group-hover:text-accent">${escapeHtml(row.stem)}</span>` +
        `<span class="font-mono text-xs text-muted">${escapeHtml(row.id)}</span></a></td>` +
        (topic ? `<td class="2xl:min-w-56 md:max-2xl:hidden">${escapeHtml(row.topic)}</td>` : "") +
        (kind ? `<td class="whitespace-nowrap">${escapeHtml(row.kind)}</td>` : "") +
        `<td class="number max-md:hidden">${row.difficulty}</td>` +
        `<td class="space-x-1">${row.badges.map(({ label, tone }) => badgeHtml(label, { tone })).join("")}</td>` +
        `<td class="number max-md:hidden">${escapeHtml(row.answers)}</td>` +
        `<td class="number max-md:hidden">${escapeHtml(row.points)}</td>` +
        `<td class="whitespace-nowrap max-lg:hidden">${timeHtml(row.changed)}</td></tr>`,
    )
    .join("");

const timeHtml = ({ iso, title, text }: QuestionRow["changed"]) =>
  `<time datetime="${escapeHtml(iso)}" title="${escapeHtml(title)}">${escapeHtml(text)}</time>`;
