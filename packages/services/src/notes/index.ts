export { deleteNote, noteIdInput, restoreNote } from "./delete-note";
export { listNotes, notesInput, notesPageDto } from "./list-notes";
export { listTopicNotes, topicNotesDto, topicNotesInput } from "./list-topic-notes";
export { saveNote, saveNoteInput, savedNoteDto } from "./save-note";
