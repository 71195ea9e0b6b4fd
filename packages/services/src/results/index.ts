export { classInput } from "../classes/class.dto";
export {
  csvDto, exportResults, getLearnerWork, getResults, learnerWorkDto, learnerWorkInput, type Results, resultsDto,
} from "./get-results";
export {
  assignmentIdInput, createAssignment, createAssignmentInput, listClassAssignments, setOverride, setOverrideInput, taughtAssignment, taughtAssignmentListDto,
  updateAssignment, updateAssignmentInput,
} from "./manage-assignment";
