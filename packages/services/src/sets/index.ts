export { questionForInstructor, type QuestionForInstructor } from "./bank-question.dto";
export {
  bankInput, bankPageDto, browseBank, createSet, createSetInput, getSet, listSets, setDto, setInput, setListDto, setSummary, updateSet, updateSetInput,
} from "./manage-set";
