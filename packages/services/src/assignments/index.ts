export { assignmentDto, assignmentInput, attemptDto, attemptInput } from "./attempt.dto";
export { finishAttempt } from "./finish-attempt";
export { getAssignment } from "./get-assignment";
export { getAttempt } from "./get-attempt";
export { assignmentListDto, listAssignments, listOpenAssignments, type OpenAssignment } from "./list-assignments";
export { startAttempt, startedAttemptDto } from "./start-attempt";
export { submitAttemptAnswer, submitAttemptAnswerInput } from "./submit-attempt-answer";
export { submissionForLearner } from "../practice/question-for-learner.dto";
