export { bankDigest } from "./bank-digest";
export { importBank, type ImportReport, UnreadableCourse } from "./import-bank";
export { exportBank } from "./export-bank";
