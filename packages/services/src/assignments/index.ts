export { assignmentListDto, listAssignments, listOpenAssignments, type OpenAssignment } from "./list-assignments";
