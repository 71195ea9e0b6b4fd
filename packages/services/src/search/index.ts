export { indexCourse, indexQuestion, searchVersion } from "./index-course";
export { indexNote, type NoteToIndex, removeNote } from "./index-note";
export { questionsOfSearch } from "./questions-of-search";
export { searchCourse } from "./search-course";
export { readScope, type SearchScope } from "./search-scope";
export { searchDto, searchInput } from "./search.dto";
