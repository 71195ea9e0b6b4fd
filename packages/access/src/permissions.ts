/** Every account is a learner; the others are added to it. */
export const roles = ["learner", "instructor", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

/**
 * Who may do what, readable as policy. `own` permissions are narrowed further by the `where` of each repository:
 * a stranger's row does not exist.
 */
export const permissions = {
  "course.read": ["learner"],
  "practice.answer": ["learner"],
  "progress.readOwn": ["learner"],
  "notes.keepOwn": ["learner"],
  "question.report": ["learner"],
  "account.manageOwn": ["learner"],
  "class.join": ["learner"],
  "assignment.doOwn": ["learner"],
  "class.teach": ["instructor", "admin"],
  "set.manage": ["instructor", "admin"],
  "bank.browse": ["instructor", "editor", "admin"],
  "question.read": ["editor", "admin"],
  "question.edit": ["editor", "admin"],
  "question.publish": ["editor", "admin"],
  "user.read": ["admin"],
  "user.manageRoles": ["admin"],
  "user.suspend": ["admin"],
  "audit.read": ["admin"],
  "admin.enter": ["editor", "admin"],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as Permission[];
