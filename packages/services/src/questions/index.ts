export { draftProblem, type DraftProblem } from "./check-draft";
export { discardQuestion } from "./discard-question";
export * from "./edit-question";
export { deskDto, getDesk } from "./get-desk";
export {
  getQuestion,
  getVersion,
  questionForEditorDto,
  questionIdInput,
  versionSpecDto,
  versionSpecInput,
} from "./get-question";
export {
  listQuestions,
  listQuestionTopics,
  noInput,
  questionFilterInput,
  questionPageDto,
  questionTopicsDto,
} from "./list-questions";
export { previewDraft, previewDraftInput, previewDto, triedDto, tryAnswer, tryAnswerInput } from "./preview-draft";
