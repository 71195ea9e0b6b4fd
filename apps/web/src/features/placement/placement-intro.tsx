import { zonedTime } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";

/** Minutes that one question takes, reading it included. */
const minutesEach = 1.2;

/** What a placement is and does, before it begins; again, what a second one would change. */
export function PlacementIntro({
  overview: { most, open, lastFinishedAt },
  zone,
}: {
  overview: ApiData["placement"]["getOverview"];
  zone: string;
}) {
  const { locale, words, say, to } = pageWords();
  const texts = words.placement;
  const { facts } = texts;
  const started = open && zonedTime(locale, open.startedAt, zone);
  const last = lastFinishedAt ? zonedTime(locale, lastFinishedAt, zone) : null;
  return (
    <>
      <p className="text-lg text-muted">{texts.lead}</p>
      <ul className="grid list-disc gap-2 ps-5">
        <li>{say(facts.most, { most, minutes: Math.round((most * minutesEach) / 5) * 5 })}</li>
        <li>{facts.quiet}</li>
        <li>{facts.honest}</li>
        <li>{facts.leave}</li>
        <li>{facts.sets}</li>
      </ul>
      {last && (
        <section className="card grid gap-2" aria-labelledby="again">
          <h2 id="again" className="text-lg">
            {texts.again.title}
          </h2>
          <p className="text-muted">{say(texts.again.body, { time: last.text })}</p>
          <p>
            <AppLink className="link" href={to("/placement/result")}>
              {texts.again.result}
            </AppLink>
          </p>
        </section>
      )}
      {started && (
        <p>
          <TimeText
            time={{ ...started, text: say(texts.resumeHint, { answered: open.answered, time: started.text }) }}
          />
        </p>
      )}
    </>
  );
}
