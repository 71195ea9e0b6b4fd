export { bankDigest } from "./bank-digest";
export { importBank, type ImportReport } from "./import-bank";
export { exportBank } from "./export-bank";
