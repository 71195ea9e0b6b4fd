import type { WebRouter } from "@tidao/api/client";
import type { Inputs } from "@tidao/next-kit/caller";

export type Query = Readonly<Record<string, string | string[] | undefined>>;
export type BankInput = Inputs<WebRouter>["sets"]["browseBank"];

/** The filters as they stand in the address; whoever types there gets no error, only no filter. */
export interface BankFilter {
  q: string;
  topic: string;
  kind: string;
  level: string;
  page: string;
}
const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

export const bankFilterOf = (query: Query): BankFilter => ({
  q: one(query["q"]).slice(0, 200),
  topic: one(query["topic"]).slice(0, 60),
  kind: one(query["kind"]),
  level: /^[1-5]$/.test(one(query["level"])) ? one(query["level"]) : "",
  page: /^[1-9]\d{0,3}$/.test(one(query["page"])) ? one(query["page"]) : "",
});

export const isFiltered = ({ q, topic, kind, level }: BankFilter) => Boolean(q || topic || kind || level);

/** An address of the page with these filters, some of them changed; what is empty is left out. */
export function bankHref(path: string, filter: BankFilter, change: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ panel: "bank", ...filter, ...change }))
    if (value) query.set(name, value);
  return `${path}?${query}`;
}
