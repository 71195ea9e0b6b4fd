export { indexCourse, indexQuestion, searchVersion } from "./index-course";
export { indexNote, type NoteToIndex, removeNote } from "./index-note";
export { longestQuery } from "./parse-query";
export { questionsOfSearch } from "./questions-of-search";
export { searchCourse } from "./search-course";
export { searchDto, searchInput } from "./search.dto";
