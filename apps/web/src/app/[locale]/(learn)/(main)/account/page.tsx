import type { WebRouter } from "@tidao/api/client";
import { loaded, serverCaller } from "@tidao/next-kit/caller";
import { requireActor } from "@tidao/next-kit/session";
import { PageHeader } from "@tidao/ui/page-header";
import { PreferencesForm } from "../../../../../features/account/preferences-form";
import { SessionList } from "../../../../../features/account/session-list";
import { PageWidth } from "../../../../../page-width";
import { pageWords } from "../../../../../page-words";

export function generateMetadata() {
  return { title: pageWords().words.account.title };
}

export default async function AccountPage() {
  const { locale, words } = pageWords();
  const { name, email, locale: language, zone, theme } = await requireActor();
  const sessions = await loaded((await serverCaller<WebRouter>()).account.listSessions({}));
  const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", zone])].toSorted();
  return (
    <PageWidth narrow>
      <PageHeader title={words.account.title} lead={email} />
      <div className="grid gap-12">
        <section className="grid max-w-md gap-4" aria-labelledby="preferences">
          <h2 id="preferences">{words.account.preferences}</h2>
          <PreferencesForm
            locale={locale}
            preferences={{ name, locale: language, zone, theme }}
            zones={zones}
            words={words.account}
            themes={words.app.theme}
            languages={words.app.language}
            offline={words.app.state.offline}
          />
        </section>
        <SessionList sessions={sessions} zone={zone} now={new Date()} />
      </div>
    </PageWidth>
  );
}
