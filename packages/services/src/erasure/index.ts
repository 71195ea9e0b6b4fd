export { eraseAccount, eraseDueAccounts } from "./erase-due-accounts";
export { cancelDeletion, deletionDto, deletionInput, getDeletion, requestDeletion } from "./manage-deletion";
