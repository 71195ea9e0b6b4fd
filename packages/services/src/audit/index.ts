export { type AuditAction, auditActions, type AuditResource, auditResources } from "./audit-actions";
export { auditFilterInput, auditPageDto, listAudit } from "./list-audit";
export { type AuditableAct, recordAudit } from "./record-audit";
export { findBrokenAuditEntry, verifiedTrailDto, verifyTrail, verifyTrailInput } from "./verify-chain";
