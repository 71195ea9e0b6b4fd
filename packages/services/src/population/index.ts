export { growPopulation, madeUpUserId } from "./grow-population";
