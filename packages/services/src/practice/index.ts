export { answeredQuestionDto, getSubmission, submissionInput } from "./get-submission";
export { getNextQuestion, nextQuestionDto, nextQuestionInput } from "./get-next-question";
export { feedbackForLearner, questionForLearner, shownQuestion, submissionForLearner } from "./question-for-learner.dto";
export type { FeedbackForLearner, QuestionForLearner, ShownQuestion, SubmissionForLearner } from "./question-for-learner.dto";
export { submitAnswer, submitAnswerInput, type SubmitAnswerInput } from "./submit-answer";
export { hintDto, takeHint, takeHintInput } from "./take-hint";
export { tickKeyPoints, tickKeyPointsInput } from "./tick-key-points";
