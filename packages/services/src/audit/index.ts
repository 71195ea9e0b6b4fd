export { findBrokenAuditEntry } from "./verify-chain";
export { auditFilterInput, auditPageDto, listAudit } from "./list-audit";
