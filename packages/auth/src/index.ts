export { type AccountIds } from "./account/account.repo";
export { normaliseEmail } from "./account/email";
export { NAME_MAX, signUp, type SignUp } from "./account/sign-up";
export { hashPassword } from "./password/password-hash";
export { PASSWORD_MAX, PASSWORD_MIN, type PasswordWeakness, passwordWeakness } from "./password/password-policy";
export { actorFromCookie } from "./session/actor-from-cookie";
export { sessionCookieName } from "./session/cookie";
export { listSessions, revokeAllSessions, revokeSession, type SessionSummary } from "./session/session.repo";
