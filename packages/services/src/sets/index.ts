export {
  bankQuestion,
  type BankQuestion,
  questionForInstructor,
  type QuestionForInstructor,
} from "./bank-question.dto";
export { bankInput, bankPageDto, bankQuestionInput, browseBank, getBankQuestion } from "./browse-bank";
export {
  createSet,
  createSetInput,
  getSet,
  listSets,
  setDto,
  setInput,
  setListDto,
  setSummary,
  updateSet,
  updateSetInput,
} from "./manage-set";
