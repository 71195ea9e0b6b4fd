import { requireActor } from "@tidao/next-kit/session";
import { AccountFrame, accountTitle } from "../../../../../features/account/account-frame";
import { PreferencesForm } from "../../../../../features/account/preferences-form";
import { pageWords } from "../../../../../page-words";

export const generateMetadata = () => ({ title: accountTitle("profile") });

export default async function AccountPage() {
  const { locale, words } = pageWords();
  const actor = await requireActor();
  const { name, locale: language, zone, theme, motion, asksConfidence } = actor;
  const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", zone])].toSorted();
  return (
    <AccountFrame actor={actor} current="profile">
      <section className="grid max-w-md gap-4" aria-labelledby="preferences">
        <h2 id="preferences">{words.account.preferences}</h2>
        <PreferencesForm
          locale={locale}
          preferences={{ name, locale: language, zone, theme, motion, asksConfidence }}
          zones={zones}
          words={words.account}
          themes={words.app.theme}
          languages={words.app.language}
          offline={words.app.state.offline}
        />
      </section>
    </AccountFrame>
  );
}
