import type { ApiData, ApiInput } from "../../api-data";
import { addressOf, among, one, type SearchParams } from "./read-address";

export type Person = ApiData["users"]["getUser"];
export type AddedRole = Person["roles"][number];
export type PeopleFilter = ApiInput["users"]["listUsers"];

export const addedRoles = ["instructor", "editor", "admin"] as const satisfies readonly AddedRole[];

/** The filter that an address names; what it does not know is left out. */
export function readPeopleFilter(params: SearchParams): PeopleFilter {
  const page = Number(one(params, "page"));
  const state = among(["active", "suspended"], one(params, "state"));
  return {
    text: one(params, "text")?.slice(0, 200),
    role: among(addedRoles, one(params, "role")),
    suspended: state && state === "suspended",
    page: Number.isInteger(page) && page > 0 && page <= 100_000 ? page : 1,
  };
}

export const stateOf = ({ suspended }: PeopleFilter): "active" | "suspended" | undefined =>
  suspended === undefined || suspended === null ? undefined : suspended ? "suspended" : "active";

export function peopleHref(filter: PeopleFilter): string {
  const { text, role, page = 1 } = filter;
  return addressOf("/users", { text, role, state: stateOf(filter), page: page > 1 ? String(page) : undefined });
}
