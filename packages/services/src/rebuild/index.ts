export { rebuildAll, rebuildIfOutdated, rebuildLearner } from "./rebuild-all";
