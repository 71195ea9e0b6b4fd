export { AppHeader } from "./app-header";
export { Brand } from "./brand";
export { BrandBar } from "./brand-bar";
export { HtmlDocument } from "./html-document";
export { LanguageSwitch } from "./language-switch";
export { type NavItem, NavLinks } from "./nav-links";
export { documentMetadata, viewport } from "./document-metadata";
export { SearchButton } from "./search-button";
