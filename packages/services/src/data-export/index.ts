export {
  exportChunkDto, exportChunkInput, exportInput, exportStateDto, getExport, getExportChunk, requestExport,
} from "./manage-export";
