export { draftProblem, type DraftProblem } from "./check-draft";
export * from "./edit-question";
