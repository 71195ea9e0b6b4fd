export { getOverview, type Overview, overviewDto } from "./get-overview";
