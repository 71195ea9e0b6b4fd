export * from "./question-props";
