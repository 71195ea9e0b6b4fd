export { chooseLocale, cookieValue, LOCALE_COOKIE } from "./choose-locale";
export { choiceToRemember, localeOfPath, localeRedirect } from "./page-locale";
export { inLanguage, safeReturnPath } from "./return-path";
