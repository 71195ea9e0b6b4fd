export { rebuildAll, rebuildLearner } from "./rebuild-all";
