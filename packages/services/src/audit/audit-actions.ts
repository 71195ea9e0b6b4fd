/**
 * Everything that the trail can tell, as `resource.verb` in the past. A trail outlives the code that wrote it: names are
 * added and never taken away, and the desk has a sentence for each in both languages.
 */
export const auditActions = [
  "question.created",
  "question.draftSaved",
  "question.draftDiscarded",
  "question.discarded",
  "question.published",
  "question.retired",
  "question.restored",
  "question.reportAnswered",
  "question.reportDismissed",
  "user.roleGranted",
  "user.roleRevoked",
  "user.suspended",
  "user.unsuspended",
  "user.signedOut",
  "user.passwordChanged",
  "user.passwordReset",
  "user.emailChanged",
  "user.emailChangeUndone",
  "user.deletionRequested",
  "user.deletionCancelled",
  "user.erased",
  "class.created",
  "class.updated",
  "class.memberRemoved",
  "class.handedOver",
  "class.teacherAdded",
  "class.teacherRemoved",
  "assignment.created",
  "assignment.updated",
  "assignment.overridden",
  "assignment.overrideRemoved",
  "learner.viewed",
  "results.exported",
] as const;
export type AuditAction = (typeof auditActions)[number];

export const auditResources = ["question", "user", "class", "assignment"] as const;
export type AuditResource = (typeof auditResources)[number];
