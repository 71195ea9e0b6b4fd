/**
 * The mails that there are, with what each needs to be written. `auth` and `services` queue them, the worker of
 * `services` words and sends them. Instants are ISO strings.
 */
export interface MailParams {
  verify: { name: string; token: string };
  reset: { name: string; token: string };
  passwordChanged: { name: string; at: string };
  changeEmail: { name: string; token: string };
  /** To the address that was left, with the way back. */
  emailChanged: { name: string; email: string; token: string; at: string };
  /** To the owner of an address to which somebody wanted to move their account. */
  emailInUse: { name: string };
  /** `at`: from when on it is erased. */
  deletionRequested: { name: string; at: string };
  /** The last one, to the address of an account that is gone. `at`: when it was erased. */
  accountErased: { name: string; at: string };
  digest: {
    name: string;
    due: number;
    opened: MailedAssignment[];
    dueSoon: MailedAssignment[];
    unsubscribe: string;
  };
}
export interface MailedAssignment {
  id: string;
  title: string;
  className: string;
  dueAt: string;
}
export type MailKind = keyof MailParams;

/** One-time links: why they were mailed, and for how long they are good (seconds). */
export const linkSeconds = {
  verify: 24 * 3600,
  reset: 3600,
  "change-email": 24 * 3600,
  "undo-email": 7 * 86_400,
} as const;
export type LinkKind = keyof typeof linkSeconds;
export const linkKinds = Object.keys(linkSeconds) as LinkKind[];
