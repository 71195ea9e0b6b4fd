export { DomainError, isDomainError, type ErrorCode, errorCodes, type ErrorParams } from "./domain-error";
export { type Clock, systemClock, fixedClock } from "./clock";
export { type Locale, locales, isLocale, otherLocale, type Bilingual } from "./locale";
export { seededRandom, type Random, seedFrom } from "./seeded-random";
export { localDate, isTimeZone } from "./local-date";
export { instantOfWallTime, wallTime } from "./wall-time";
export { escapeHtml } from "./escape-html";
export { plainFormula } from "./plain-formula";
export { linkKinds, type LinkKind, linkSeconds, type MailedAssignment, type MailKind, type MailParams } from "./mail";
