export { classInput, classListDto, classSummary, joinableClassDto, joinCodeInput, joinedClassListDto, memberListDto } from "./class.dto";
export { joinClass, leaveClass, listJoinedClasses, previewClass } from "./join-class";
export {
  createClass, createClassInput, getClass, listClasses, removeMember, removeMemberInput, updateClass, updateClassInput,
} from "./manage-class";
export { listMembers } from "./list-members";
export { handOverClass, handOverClassInput } from "./hand-over-class";
