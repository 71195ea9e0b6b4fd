import { formatNumber, formatPercent } from "@tidao/i18n/format";
import { Meter } from "@tidao/ui/meter";
import { pageWords } from "../../page-words";
import { FittingButton } from "./fitting-button";
import type { Reviews } from "./today-card";

/** Whether the forgetting curve is the learner's own, and what that is worth, in figures that were measured. */
export function FittingPanel({ reviews: { fitting, settings } }: { reviews: Reviews }) {
  const { locale, words, say } = pageWords();
  const texts = words.reviews.fitting;
  const { state, reviews, needed, logLoss } = fitting;
  const nats = (value: number) => formatNumber(locale, value, 3);
  const measured = logLoss && {
    before: nats(logLoss.before),
    after: nats(logLoss.after),
    reviews: formatNumber(locale, logLoss.reviews),
    change: formatPercent(locale, 1 - logLoss.after / logLoss.before),
  };
  const counted = { reviews: formatNumber(locale, reviews), needed: formatNumber(locale, needed) };
  return (
    <section className="grid max-w-prose gap-3" aria-labelledby="fitting">
      <h2 id="fitting">{texts.title}</h2>
      <p>{say(texts[state], measured ?? counted)}</p>
      {state === "few" && (
        <Meter label={texts.title} value={reviews} max={needed} text={`${counted.reviews} / ${counted.needed}`} />
      )}
      {measured && <p className="text-sm text-muted">{texts.measure}</p>}
      <div>
        <FittingButton
          settings={settings}
          wanted={state === "off"}
          label={state === "off" ? texts.again : state === "fitted" ? texts.back : texts.stay}
          done={state === "off" ? texts.againDone : texts.backDone}
          failure={{ locale, offline: words.app.state.offline }}
        />
      </div>
    </section>
  );
}
