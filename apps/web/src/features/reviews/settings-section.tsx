import { weekdayNames } from "@tidao/i18n/format";
import { pageWords } from "../../page-words";
import { RetentionCosts } from "./retention-costs";
import { SettingsForm } from "./settings-form";
import type { Reviews } from "./today-card";

/** The learner's wishes, with what each costs beside them. */
export function SettingsSection({ reviews: { cards, settings } }: { reviews: Reviews }) {
  const { locale, words } = pageWords();
  const texts = words.reviews.settings;
  const failure = { locale, offline: words.app.state.offline };
  return (
    <section className="grid gap-5" aria-labelledby="settings">
      <h2 id="settings">{texts.title}</h2>
      {cards > 0 && (
        <RetentionCosts
          chosen={settings.desiredRetention}
          words={texts}
          loading={words.app.state.loading}
          failure={failure}
        />
      )}
      <SettingsForm settings={settings} weekdays={weekdayNames(locale)} words={texts} failure={failure} />
    </section>
  );
}
