import type { ResultsRow } from "./table-html";

/** Whom the table can give an extension. */
export type Extended = Pick<ResultsRow, "userId" | "name" | "sawKey" | "started"> & {
  override: Omit<NonNullable<ResultsRow["override"]>, "dueText"> | null;
};

/** The learner whose row this button stands in: what `tableHtml` wrote there. */
export function extendedBy(button: HTMLElement): Extended {
  const { extend, started, sawKey, override } = button.dataset;
  return {
    userId: extend ?? "",
    name: button.closest("tr")?.querySelector("th a")?.textContent ?? "",
    sawKey: sawKey !== undefined,
    started: Number(started),
    override: override ? (JSON.parse(override) as Extended["override"]) : null,
  };
}
