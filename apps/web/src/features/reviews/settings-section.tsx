import { pageWords } from "../../page-words";
import { RetentionCosts } from "./retention-costs";
import { SettingsForm } from "./settings-form";
import type { Reviews } from "./today-card";

/** The learner's wishes, with what each costs beside them. */
export function SettingsSection({ reviews: { cards, settings } }: { reviews: Reviews }) {
  const { locale, words } = pageWords();
  const texts = words.reviews.settings;
  const failure = { locale, offline: words.app.state.offline };
  const weekday = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", { weekday: "long", timeZone: "UTC" });
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
      <SettingsForm
        settings={settings}
        weekdays={Array.from({ length: 7 }, (_, index) => weekday.format(new Date(Date.UTC(2024, 0, 1 + index))))}
        words={texts}
        failure={failure}
      />
    </section>
  );
}
