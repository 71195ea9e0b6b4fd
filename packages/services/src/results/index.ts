export { classInput } from "../classes/class.dto";
export { csvDto, exportResults } from "./export-results";
export { getLearnerWork, learnerWorkDto, learnerWorkInput } from "./get-learner-work";
export { getResults, type Results, resultsDto } from "./get-results";
export { assignmentQuestionsDto, listAssignmentQuestions } from "./list-assignment-questions";
export {
  assignmentIdInput,
  createAssignment,
  createAssignmentInput,
  listClassAssignments,
  removeOverride,
  removeOverrideInput,
  setOverride,
  setOverrideInput,
  taughtAssignment,
  taughtAssignmentListDto,
  updateAssignment,
  updateAssignmentInput,
} from "./manage-assignment";
