export { type EntryQuery, SignInScreen } from "./sign-in-screen";
export { SignUpScreen } from "./sign-up-screen";
export { entryMetadata } from "./entry-metadata";
export { EntryFrame } from "./entry-frame";
/** For the hint beside a new password; the server decides. */
export { PASSWORD_MIN } from "@tidao/auth";
