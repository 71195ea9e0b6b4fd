import type { ApiInput } from "../../api-data";
import { addressOf, among, oneOf, pageOf, type SearchParams } from "../desk/filter-address";

export const reportStates = ["open", "answered", "dismissed"] as const;
export type ReportFilter = Required<ApiInput["reports"]["listReports"]>;

/** The filter that an address names; open reports where it names none. */
export const readReportFilter = (params: SearchParams): ReportFilter => ({
  state: among(reportStates, oneOf(params, "state")) ?? "open",
  page: pageOf(params),
});
export const reportsHref = ({ state, page }: ReportFilter): string =>
  addressOf("/reports", { state: state === "open" ? undefined : state, page: page > 1 ? page : undefined });
