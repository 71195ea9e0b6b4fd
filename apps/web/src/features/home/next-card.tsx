import { formatNumber, formatPercent, relativeTime } from "@tidao/i18n/format";
import type { ReactNode } from "react";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { EnterLink } from "./enter-link";
import { planButton } from "./plan-button";

type Next = Exclude<ApiData["home"]["getHome"]["next"], { kind: "start" }>;
interface Shown {
  title: string;
  why: ReactNode;
  minutes?: number;
  href: string;
  button: string;
}

/** The one next thing: what, why now, how long, one button. */
export function NextCard({ next, zone, now }: { next: Next; zone: string; now: Date }) {
  const { words, say } = pageWords();
  const texts = words.home.next;
  const { title, why, minutes, href, button } = show(next, zone, now);
  return (
    <section className="card grid gap-4 p-6 sm:p-8" aria-labelledby="next">
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span>{texts.label}</span>
        {minutes !== undefined && (
          <>
            <span aria-hidden>·</span>
            <span>{say(texts.minutes, { minutes })}</span>
          </>
        )}
      </p>
      <div className="grid gap-1.5">
        <h1 id="next" className="text-2xl">
          {title}
        </h1>
        <p className="max-w-2xl text-muted">{why}</p>
      </div>
      <p>
        <EnterLink href={href}>{button}</EnterLink>
      </p>
    </section>
  );
}

function show(next: Next, zone: string, now: Date): Shown {
  const { locale, words, say, to } = pageWords();
  const texts = words.home.next;
  switch (next.kind) {
    case "review":
      return {
        title: say(texts.review, { count: next.due }),
        why: next.again === next.due ? texts.whyReviewAgain : texts.whyReview,
        minutes: next.minutes,
        href: to("/practice?due=1"),
        button: texts.start,
      };
    case "placement":
      return {
        title: texts.placement,
        why: say(texts.whyPlacement, { answered: next.answered, most: next.most }),
        href: to("/placement"),
        button: texts.resume,
      };
    case "plan": {
      const { itemsLeft, itemsDone, minutesLeft, daysLeft, forecast } = next.plan;
      const percent = (share: number) => formatPercent(locale, share);
      return {
        title: say(texts.plan, { count: itemsLeft }),
        why: say(texts.whyPlan, {
          days: daysLeft,
          recall: percent(forecast.recall),
          low: percent(forecast.low),
          high: percent(forecast.high),
        }),
        minutes: minutesLeft,
        href: to("/practice?plan=today"),
        button: planButton(words.home.plan, itemsDone),
      };
    }
    case "mixed":
      return {
        title: texts.mixed,
        why: say(texts.whyMixed, { topics: next.topics.map(({ title }) => title).join(words.paths.joined) }),
        minutes: next.minutes,
        href: to("/practice?mix=1"),
        button: texts.start,
      };
    case "assignment": {
      const { assignment } = next;
      const time = relativeTime(locale, assignment.dueAt, now, zone);
      const progress = say(texts.whyAssignment, {
        class: assignment.className,
        answered: formatNumber(locale, assignment.answered),
        total: formatNumber(locale, assignment.questions),
        time: time.text,
      });
      return {
        title: assignment.title,
        why: <span title={time.title}>{progress}</span>,
        href: to(`/assignments/${assignment.id}`),
        button: assignment.underWay ? texts.resume : texts.start,
      };
    }
    case "lesson":
      return {
        title: say(texts.lesson, { topic: next.topic.title }),
        why: withoutText(next, whyStep(next, texts.whyTopic)),
        minutes: next.minutes,
        href: to(`/topics/${next.topic.slug}`),
        button: texts.read,
      };
    case "practice":
      return {
        title: say(texts.practice, { topic: next.topic.title }),
        why: withoutText(next, next.left > 0 ? say(texts.whyPractice, { count: next.left }) : texts.whyAgain),
        minutes: next.minutes,
        href: to(`/practice?topic=${next.topic.slug}`),
        button: texts.start,
      };
    case "done":
      return { title: texts.done, why: texts.whyDone, href: to("/practice"), button: texts.start };
  }
}

function whyStep({ reason, path }: Extract<Next, { kind: "lesson" }>, otherwise: string): string {
  const { words, say } = pageWords();
  return reason && path ? say(words.home.next.whyStep, { path: path.title, reason }) : otherwise;
}

/** Where the path departs from the map it says so, as the path does. */
function withoutText({ goesWithout }: Extract<Next, { kind: "lesson" | "practice" }>, why: string): ReactNode {
  if (goesWithout.length === 0) return why;
  const { words, say } = pageWords();
  const topics = goesWithout.map(({ title }) => title).join(words.paths.joined);
  return (
    <>
      {why} <span className="block">{say(words.paths.goesWithout, { topics })}</span>
    </>
  );
}
