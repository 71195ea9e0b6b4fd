export { bookmarkInput, bookmarkState, setBookmark } from "./set-bookmark";
export { bookmarksInput, bookmarksPageDto, listBookmarks } from "./list-bookmarks";
export { getMarks, marksDto, marksInput } from "./get-marks";
export { getList, listDto, listIdInput, listLists, listsDto, listSummary } from "./list-lists";
export {
  createList, createListInput, deleteList, keepInList, keepInListInput, keptInListDto, orderLists, orderListsInput, restoreList, updateList, updateListInput,
} from "./manage-list";
