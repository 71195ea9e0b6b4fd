export { dropLetters } from "./drop-letters";
export { type MailSettings, readMailSettings } from "./mail-settings";
export { claimedMs, queueMail } from "./outbox.repo";
export { openPostOffice, type PostOffice } from "./post-office";
export { type MailEvent, sendWaitingMail } from "./send-waiting-mail";
