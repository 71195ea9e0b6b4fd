export { accessListDto, accessListInput, listAccesses } from "./list-accesses";
export { type DataLook, type LookKind, noteAccess } from "./note-access";
