import { messages } from "@tidao/i18n";
import { otherLocale } from "@tidao/kernel";
import { requestScope } from "../request-scope";
import { Brand } from "./brand";
import { LanguageSwitch } from "./language-switch";

/** The top of pages without navigation: at the door, and where there is nothing. */
export function BrandBar() {
  const { locale } = requestScope();
  const other = otherLocale(locale);
  return (
    <header className="flex items-center justify-between py-2">
      <Brand />
      <LanguageSwitch to={other} label={messages[locale].app.language[other]} />
    </header>
  );
}
