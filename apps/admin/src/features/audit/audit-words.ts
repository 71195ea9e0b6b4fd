import type { Messages } from "@tidao/i18n";
import type { ApiInput } from "../../api-data";

type AuditInput = ApiInput["audit"]["listAudit"];
export type AuditAction = NonNullable<AuditInput["action"]>;
export type AuditResource = NonNullable<AuditInput["resourceKind"]>;

// what each action is done to; the compiler names an action that is missing here
const actions: Record<AuditAction, AuditResource> = {
  "question.created": "question",
  "question.draftSaved": "question",
  "question.draftDiscarded": "question",
  "question.discarded": "question",
  "question.published": "question",
  "question.retired": "question",
  "question.restored": "question",
  "question.reportAnswered": "question",
  "question.reportDismissed": "question",
  "user.roleGranted": "user",
  "user.roleRevoked": "user",
  "user.suspended": "user",
  "user.unsuspended": "user",
  "user.signedOut": "user",
  "user.passwordChanged": "user",
  "user.passwordReset": "user",
  "user.emailChanged": "user",
  "user.emailChangeUndone": "user",
  "user.deletionRequested": "user",
  "user.deletionCancelled": "user",
  "user.erased": "user",
  "learner.viewed": "user",
  "class.created": "class",
  "class.updated": "class",
  "class.memberRemoved": "class",
  "class.handedOver": "class",
  "class.teacherAdded": "class",
  "class.teacherRemoved": "class",
  "assignment.created": "assignment",
  "assignment.updated": "assignment",
  "assignment.overridden": "assignment",
  "assignment.overrideRemoved": "assignment",
  "results.exported": "assignment",
};
export const auditActions = Object.keys(actions) as AuditAction[];
export const auditResources = ["question", "user", "class", "assignment"] as const satisfies readonly AuditResource[];
export const actionsOn = (resource: AuditResource) => auditActions.filter((action) => actions[action] === resource);

/** The sentence or the name of an action; nothing for one that is not known here, since a trail outlives its code. */
export function auditWords(
  words: Messages["admin"]["audit"],
  action: string,
  as: "actions" | "names",
): string | undefined {
  const table: Readonly<Record<string, Readonly<Record<string, string>>>> = words[as];
  const [kind = "", verb = ""] = action.split(".");
  return table[kind]?.[verb];
}
