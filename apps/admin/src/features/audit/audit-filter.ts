import type { ApiData, ApiInput } from "../../api-data";
import { addressOf, among, oneOf, type SearchParams } from "../desk/filter-address";
import { isId } from "../people/is-id";
import { type AuditAction, auditActions, type AuditResource, auditResources } from "./audit-words";

export type AuditEntry = ApiData["audit"]["listAudit"]["entries"][number];
type AuditInput = ApiInput["audit"]["listAudit"];

export interface AuditFilter {
  action?: AuditAction;
  resourceKind?: AuditResource;
  resourceId?: string;
  /** A part of the name or e-mail address of who acted, as somebody typed it. */
  actor?: string;
  /** The id of who acted, from a link. */
  by?: string;
  before?: string;
}

/** The filter that an address names; what it does not know is left out. */
export function readAuditFilter(params: SearchParams): AuditFilter {
  const actor = oneOf(params, "actor")?.slice(0, 200);
  const by = oneOf(params, "by");
  const before = oneOf(params, "before");
  return {
    action: among(auditActions, oneOf(params, "action")),
    resourceKind: among(auditResources, oneOf(params, "resource")),
    resourceId: oneOf(params, "id")?.slice(0, 100),
    actor,
    // a name that was typed afterwards replaces the person that the link was about
    by: !actor && isId(by) ? by : undefined,
    before: before && /^\d{1,18}$/.test(before) ? before : undefined,
  };
}

export const auditHref = ({ resourceKind, resourceId, ...rest }: AuditFilter): string =>
  addressOf("/audit", { ...rest, resource: resourceKind, id: resourceId });

export const auditInput = ({ by, actor, ...rest }: AuditFilter): AuditInput => ({ ...rest, actor: by ?? actor });
