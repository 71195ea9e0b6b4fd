export { getOverview } from "./get-overview";
export { type Overview, overviewDto, overviewInput } from "./overview.dto";
