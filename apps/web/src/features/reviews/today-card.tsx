import { formatNumber } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { LinkButton } from "@tidao/ui/button";
import { Card } from "@tidao/ui/card";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { comingTime } from "../../coming-time";
import { pageWords } from "../../page-words";

export type Reviews = ApiData["reviews"]["getReviews"];
const tenMore = 10;
const namedTopics = 6;

/** Today's pile: how many, how long, why in this order; and what waits beyond it, as no debt. */
export function TodayCard({ reviews, zone, now }: { reviews: Reviews; zone: string; now: Date }) {
  const { locale, words, say, to } = pageWords();
  const texts = words.reviews.today;
  const { today, nextDueAt } = reviews;
  const some = today.count > 0;
  const others = today.topics.slice(namedTopics);
  return (
    <Card title={texts.title}>
      <div className="grid gap-4">
        {some ? (
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="text-xl font-semibold tabular-nums">{say(texts.count, { count: today.count })}</span>
            <span className="text-muted">{say(texts.minutes, { minutes: today.minutes })}</span>
          </p>
        ) : (
          <p>
            {today.weight === 0 ? (
              texts.free
            ) : today.waiting > 0 ? (
              say(texts.full, { limit: today.limit })
            ) : nextDueAt ? (
              <NextReview at={nextDueAt} zone={zone} now={now} />
            ) : (
              texts.none
            )}
          </p>
        )}
        {today.again > 0 && (
          <p className="text-sm text-muted">{say(texts.again, { again: today.again, limit: today.limit })}</p>
        )}
        {today.done > 0 && (
          <p className="text-sm text-muted">{say(texts.done, { done: today.done, limit: today.limit })}</p>
        )}
        {some && today.weight < 1 && today.weight > 0 && <p className="text-sm text-muted">{texts.half}</p>}
        <Backlog reviews={reviews} />
        {(some || today.waiting > 0) && (
          <div>
            <LinkButton
              link={AppLink}
              variant="primary"
              href={to(some ? "/practice?due=1" : `/practice?due=1&upTo=${today.done + tenMore}`)}
            >
              {some ? texts.start : texts.more}
            </LinkButton>
          </div>
        )}
        {some && <p className="max-w-prose text-sm text-muted">{texts.why}</p>}
        {today.topics.length > 1 && (
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm" aria-label={texts.topics}>
            {today.topics.slice(0, namedTopics).map(({ slug, title, count }) => (
              <li key={slug}>
                <AppLink className="link" href={to(`/topics/${slug}`)}>
                  {title}
                </AppLink>{" "}
                <span className="text-muted tabular-nums">{formatNumber(locale, count)}</span>
              </li>
            ))}
            {others.length > 0 && (
              <li className="text-muted">
                {say(texts.others, {
                  topics: others.length,
                  count: others.reduce((sum, { count }) => sum + count, 0),
                })}
              </li>
            )}
          </ul>
        )}
      </div>
    </Card>
  );
}

function NextReview({ at, zone, now }: { at: string; zone: string; now: Date }) {
  const { locale, words, say } = pageWords();
  const time = comingTime(locale, at, now, zone);
  return <TimeText time={{ ...time, text: say(words.reviews.today.next, { time: time.text }) }} />;
}

/** What is left over and when it is done with, said plainly. */
function Backlog({ reviews: { today, levelIn, settings, forecast } }: { reviews: Reviews }) {
  const { words, say } = pageWords();
  const texts = words.reviews.backlog;
  if (today.waiting === 0) return null;
  const params = { waiting: today.waiting, limit: settings.dailyReviews, horizon: forecast.length };
  return (
    <p className="max-w-prose">
      {levelIn === null ? say(texts.never, params) : say(texts.level, { ...params, days: levelIn })}{" "}
      <span className="text-muted">{texts.calm}</span>
    </p>
  );
}
