export { classInput, classListDto, classSummary, joinableClassDto, joinCodeInput, joinedClassListDto, memberListDto } from "./class.dto";
export { joinClass, leaveClass, listJoinedClasses, previewClass } from "./join-class";
export {
  createClass, createClassInput, getClass, listClasses, removeMember, removeMemberInput, updateClass, updateClassInput,
} from "./manage-class";
export { listMembers } from "./list-members";
export { addTeacher, addTeacherInput, removeTeacher, removeTeacherInput } from "./manage-teachers";
export { handOverClass, handOverClassInput } from "./hand-over-class";
