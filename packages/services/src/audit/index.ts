export { type AuditAction, auditActions, type AuditResource, auditResources } from "./audit-actions";
export { auditFilterInput, auditPageDto, listAudit } from "./list-audit";
export { findBrokenAuditEntry, verifiedTrailDto, verifyTrail, verifyTrailInput } from "./verify-chain";
