/**
 * One sentence for what happened, one for what to do. A parameter that the thrower left out arrives as `none`, so every
 * one that can be missing is chosen with `select`. Parameters that end in `At` are instants, shown in the reader's zone;
 * `seconds` comes as a time with its unit.
 */
export const errors = {
  NOT_FOUND: "This does not exist, or it is not yours to see. Check the link, or go back.",
  FORBIDDEN: "Your account may not do this. Ask an administrator for the role it needs.",
  SIGN_IN_REQUIRED: "You are not signed in, or your session has ended. Sign in and try again.",
  INPUT_INVALID:
    "{field, select, name {This name} email {This e-mail address} password {This password} title {This title} note {This note} other {Something entered here}} cannot be accepted. Correct what is marked and send it again.",
  CROSS_ORIGIN: "This request came from another site and was refused. Open the page here and try again.",
  TOO_MANY_REQUESTS:
    "Too many attempts. {seconds, select, none {Wait a little} other {Wait {seconds}}}, then try again.",
  EMAIL_TAKEN: "An account with this e-mail address exists already. Sign in, or use another address.",
  PASSWORD_TOO_WEAK:
    "This password is too easy to guess. Use {minLength, select, none {a longer one} other {at least {minLength} characters}}, and neither a known word nor your address.",
  PASSWORD_UNCHANGED: "That is the password you have now. Choose another one.",
  CREDENTIALS_WRONG:
    "E-mail address and password do not match. {spaced, select, yes {This password begins or ends with a space: leave it out if it is not yours.} other {Check both and try again.}}",
  CURRENT_PASSWORD_WRONG:
    "That is not your current password. {spaced, select, yes {It begins or ends with a space: leave it out if it is not yours.} other {Check it and try again.}}",
  LINK_INVALID:
    "{reason, select, used {This link was used already. Nothing more needs doing with it} expired {This link has expired. Ask for a new mail} replaced {A newer mail, or a change of your account, has taken this link’s place. Use the newest mail, or ask for another} other {This link is not complete. Open it from the mail again, or copy all of it}}.",
  ACCOUNT_SUSPENDED: "This account is suspended. Write to an administrator to have it opened again.",
  ANSWER_UNREADABLE:
    "{reason, select, number {No number could be read in your answer. Write digits with a point before decimals, for example 1.5, 1,000 or 2e9} unit {This unit is not known here. Use one of the units shown} unitless {This question wants a bare number. Leave out what stands behind it} other {Your answer could not be read. Check it}}. Nothing was graded; send it again.",
  ANSWER_KIND_MISMATCH: "The answer does not fit this question, which has changed. Reload the page and answer again.",
  SUBMISSION_KEY_REUSED: "Another answer was sent already from this page; that one counts. Reload to go on.",
  QUESTION_NOT_PUBLISHED: "This question is not published. Choose another one.",
  QUESTION_WITHHELD:
    "This question is part of an assignment that is not due yet. If you still see the assignment, answer it there; the question comes back to practice when that is over.",
  QUESTION_HAS_PROBLEMS:
    "{count, select, none {The question still has problems} 1 {The question still has one problem} other {The question still has {count} problems}}. Your draft is saved; mend what is listed, then publish.",
  DRAFT_CHANGED_MEANWHILE:
    "Someone else saved this draft after you opened it. Yours is kept here: reload, compare and save again.",
  QUESTION_IN_USE:
    "This question has been published, or somebody’s list, set or report names it, so it cannot be thrown away. Retire it instead.",
  VARIANT_UNKNOWN: "This variant of the question does not exist. Ask for a new one.",
  JOIN_CODE_UNKNOWN: "No class has this code. Check it letter by letter, or ask your instructor.",
  JOIN_CLASS_ARCHIVED:
    "The class with this code takes nobody in any more: it is archived. Ask your instructor for the code of the present class.",
  CLASS_ARCHIVED: "This class is archived: its results can be read, nothing can be changed. Restore it first.",
  SET_EMPTY: "This set has no questions yet. Add at least one, then assign it.",
  ASSIGNED_BEFORE:
    "{title, select, none {Your first press did assign it} other {Your first press did assign it, as “{title}”}}, with what you had entered then: only the answer was lost. Open it in the class and edit it there.",
  ASSIGNMENT_NOT_OPEN:
    "{opensAt, select, none {This assignment is not open yet} other {This assignment opens at {opensAt}}}. Come back then.",
  ASSIGNMENT_CLOSED:
    "{closedAt, select, none {This assignment is closed} other {This assignment closed at {closedAt}}}. What you submitted before counts; ask your instructor for more time.",
  ASSIGNMENT_EMPTY:
    "All questions of this assignment have been withdrawn; no attempt is used. Please tell your instructor.",
  ATTEMPTS_USED_UP:
    "{attempts, select, none {All attempts are used} 1 {The only attempt is used} other {All {attempts} attempts are used}}. See your results, or ask your instructor for another attempt.",
  ATTEMPT_FINISHED:
    "This attempt is finished and cannot be changed. See its results, or start another if you have one left.",
  DUE_BEFORE_OPEN: "The due time is before the opening time. Change one of them.",
  EXTENSION_EMPTY: "This extension changes nothing. Give a due time or a number of attempts; to end one, take it back.",
  PLAN_DATE_UNFIT: "A plan needs a date after today and within a year. Choose another date.",
  PLAN_WITHOUT_TOPIC: "Every topic is left out. Include at least one.",
  LAST_ADMIN: "This is the last administrator. Make someone else an administrator first.",
  CANNOT_CHANGE_SELF: "You cannot do this to your own account. Ask another administrator.",
  CLASSES_OWNED:
    "{count, select, none {You still own classes that others learn in} 1 {You still own a class that others learn in} other {You still own {count} classes that others learn in}}. Hand them over to another instructor first.",
  HANDOVER_UNKNOWN:
    "No other instructor has this e-mail address. Check it, or ask an administrator for one who teaches.",
  KEPT_TOO_MANY:
    "{most, select, none {There is no room for more here} other {There is room for {most} here, and they are all taken}}. Remove some that you no longer need, then try again.",
  REPORT_RESOLVED: "Somebody else has resolved this report in the meantime. Reload to read the reply.",
  TEST_TOO_SOON:
    "A failed test can be taken again after a day{againAt, select, none {} other {, from {againAt}}}. Until then, practise what was missing.",
  TEST_NOT_POSSIBLE: "There are too few questions to test this now. Learn the topic, or come back when there are more.",
  DATABASE_UNAVAILABLE: "The database does not answer. Nothing was lost; try again in a moment.",
  UNEXPECTED:
    "Something went wrong on our side. Nothing that was saved is lost; try again{id, select, none {} other {, and give the error number {id} if you write to an administrator}}.",
} as const;
