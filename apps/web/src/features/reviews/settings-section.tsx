import { formatNumber, formatPercent } from "@tidao/i18n/format";
import { Table } from "@tidao/ui/table";
import { pageWords } from "../../page-words";
import { SettingsForm } from "./settings-form";
import type { Reviews } from "./today-card";

/** The learner's wishes, with what each costs beside them. */
export function SettingsSection({ reviews: { cards, settings, costs, forecast } }: { reviews: Reviews }) {
  const { locale, words, say } = pageWords();
  const texts = words.reviews.settings;
  const weekday = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", { weekday: "long", timeZone: "UTC" });
  const caption = say(texts.costs, { days: forecast.length });
  return (
    <section className="grid gap-5" aria-labelledby="settings">
      <h2 id="settings">{texts.title}</h2>
      {cards > 0 && (
        <Table label={caption} caption={caption}>
          <thead>
            <tr>
              <th scope="col">{texts.retained}</th>
              <th scope="col" className="number">
                {texts.minutesADay}
              </th>
            </tr>
          </thead>
          <tbody>
            {costs.map(({ retention, minutesADay }) => (
              <tr key={retention}>
                <th scope="row">
                  {formatPercent(locale, retention)}
                  {retention === settings.desiredRetention && <span className="text-muted"> · {texts.chosen}</span>}
                </th>
                <td className="number">{formatNumber(locale, minutesADay, minutesADay < 10 ? 1 : 0)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <SettingsForm
        settings={settings}
        weekdays={Array.from({ length: 7 }, (_, index) => weekday.format(new Date(Date.UTC(2024, 0, 1 + index))))}
        words={texts}
        failure={{ locale, offline: words.app.state.offline }}
      />
    </section>
  );
}
