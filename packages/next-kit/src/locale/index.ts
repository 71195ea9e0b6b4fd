export { chooseLocale, cookieValue, LOCALE_COOKIE } from "./choose-locale";
export { choiceToRemember, localeOfPath, localeRedirect } from "./page-locale";
export { safeReturnPath } from "./return-path";
