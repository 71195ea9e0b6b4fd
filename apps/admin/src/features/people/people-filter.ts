import type { ApiData, ApiInput } from "../../api-data";
import { addressOf, among, oneOf, pageOf, type SearchParams } from "../desk/filter-address";

export type Person = ApiData["users"]["getUser"];
export type AddedRole = Person["roles"][number];
export type PeopleFilter = ApiInput["users"]["listUsers"];

export const addedRoles = ["instructor", "editor", "admin"] as const satisfies readonly AddedRole[];

/** The filter that an address names; what it does not know is left out. */
export function readPeopleFilter(params: SearchParams): PeopleFilter {
  const state = among(["active", "suspended"], oneOf(params, "state"));
  return {
    text: oneOf(params, "text")?.slice(0, 200),
    role: among(addedRoles, oneOf(params, "role")),
    suspended: state && state === "suspended",
    page: pageOf(params),
  };
}

export const stateOf = ({ suspended }: PeopleFilter): "active" | "suspended" | undefined =>
  suspended === undefined || suspended === null ? undefined : suspended ? "suspended" : "active";

export function peopleHref(filter: PeopleFilter): string {
  const { text, role, page = 1 } = filter;
  return addressOf("/users", { text, role, state: stateOf(filter), page: page > 1 ? String(page) : undefined });
}
