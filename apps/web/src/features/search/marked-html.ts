import { escapeHtml } from "@tidao/kernel";
import type { ApiData } from "../../api-data";

export type Found = ApiData["search"]["searchCourse"];

/** Text with what was found in it marked. The text is anybody's. */
export const markedHtml = (stretches: Found["hits"][number]["title"]): string =>
  stretches
    .map(({ text, found }) =>
      found
        ? `<mark class="rounded-sm bg-accent-soft font-semibold text-inherit">${escapeHtml(text)}</mark>`
        : escapeHtml(text),
    )
    .join("");
