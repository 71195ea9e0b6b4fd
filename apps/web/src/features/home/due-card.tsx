import type { ZonedTime } from "@tidao/i18n/format";
import { LinkButton } from "@tidao/ui/button";
import { Card } from "@tidao/ui/card";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { comingTime } from "../../coming-time";
import { pageWords } from "../../page-words";
import { afterPlan } from "./after-plan";
import { isDayFull } from "./is-day-full";

interface DueCardProps {
  home: Pick<ApiData["home"]["getHome"], "due" | "waiting" | "uncompared" | "nextReviewAt" | "plan">;
  zone: string;
  now: Date;
}

export function DueCard({ home: { due, waiting, uncompared, nextReviewAt, plan }, zone, now }: DueCardProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.home.due;
  const order = afterPlan(texts, { due, plan });
  const worded = (time: ZonedTime) => ({ ...time, text: say(texts.none, { time: time.text }) });
  return (
    <Card title={texts.title}>
      {due > 0 ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>{say(texts.some, { count: due })}</p>
          <LinkButton link={AppLink} href={to("/practice?due=1")} size="small">
            {texts.review}
          </LinkButton>
        </div>
      ) : isDayFull({ due, waiting, nextReviewAt }, now, zone) ? (
        <p className="text-muted">{texts.noneToday}</p>
      ) : nextReviewAt ? (
        <p className="text-muted">
          <TimeText time={worded(comingTime(locale, nextReviewAt, now, zone))} />
        </p>
      ) : (
        <p className="text-muted">{texts.noneYet}</p>
      )}
      {order && <p className="text-sm text-muted">{order}</p>}
      {uncompared > 0 && (
        <p className="text-sm">
          <AppLink className="link" href={to("/reviews#uncompared")}>
            {say(texts.uncompared, { count: uncompared })}
          </AppLink>
        </p>
      )}
      {(due > 0 || waiting > 0 || nextReviewAt) && (
        <p className="flex flex-wrap gap-x-4 text-sm text-muted">
          {waiting > 0 && <span>{say(texts.waiting, { count: waiting })}</span>}
          <AppLink className="link" href={to("/reviews")}>
            {texts.all}
          </AppLink>
        </p>
      )}
    </Card>
  );
}
