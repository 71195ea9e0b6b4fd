import { zonedTime } from "@tidao/i18n/format";
import { AppLink } from "@tidao/next-kit/app-link";
import { LinkButton } from "@tidao/ui/button";
import { Disclosure } from "@tidao/ui/disclosure";
import { Icon } from "@tidao/ui/icon";
import { verdictText } from "@tidao/player/answer-state";
import { Mark } from "@tidao/ui/mark";
import { Meter } from "@tidao/ui/meter";
import { TimeText } from "@tidao/ui/time-text";
import type { ReactNode } from "react";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { levelName, MasteryLevel } from "../topics/topic-state";

type Result = ApiData["placement"]["getResult"];
/** From this level on others can build on a topic. */
const heldFrom = 2;
const shownPaths = 3;
/** More of them are a choice that helps nobody; the map has them all. */
const shownTopics = 4;

export function PlacementResult({ result, zone }: { result: Result; zone: string }) {
  const { locale, words, say } = pageWords();
  const texts = words.placement.result;
  const { asked, inferred, open, questions } = result;
  const held = [...asked, ...inferred].filter(({ level }) => level >= heldFrom).length;
  const time = zonedTime(locale, result.finishedAt, zone);
  return (
    <div className="grid gap-10">
      <div className="grid gap-1">
        <p className="text-xl">{questions === 0 ? texts.nothingAsked : say(texts.lead, { held, questions })}</p>
        {questions > 0 && <p>{texts.ended[result.ended]}</p>}
        <p className="text-sm text-muted">
          <TimeText time={{ ...time, text: say(texts.done, { time: time.text }) }} />
        </p>
      </div>
      <Next result={result} />
      {asked.length > 0 && (
        <Part id="asked" title={texts.asked} lead={say(texts.askedLead, { highest: levelName(words, 3) })}>
          <Asked asked={asked} />
        </Part>
      )}
      {inferred.length > 0 && (
        <Part id="inferred" title={texts.inferred} lead={texts.inferredLead}>
          <ul className="divide-y divide-line border-y border-line">
            {inferred.map(({ topic, level, because }) => (
              <li key={topic.slug} className="grid items-center gap-x-6 gap-y-1 py-2 sm:grid-cols-[1fr_auto]">
                <span className="grid">
                  <TopicLink {...topic} />
                  <span className="text-sm text-muted">
                    {say(texts.because, { topics: because.map(({ title }) => title).join(texts.joined) })}
                  </span>
                </span>
                <MasteryLevel level={level} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {open.length > 0 && (
        <Disclosure summary={say(texts.open, { count: open.length })}>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 py-2 text-sm">
            {open.map((topic) => (
              <li key={topic.slug}>
                <TopicLink {...topic} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function Part({ id, title, lead, children }: { id: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="grid gap-3" aria-labelledby={id}>
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      {lead && <p className="text-sm text-muted">{lead}</p>}
      {children}
    </section>
  );
}

function TopicLink({ slug, title }: { slug: string; title: string }) {
  return (
    <AppLink className="link" href={pageWords().to(`/topics/${slug}`)}>
      {title}
    </AppLink>
  );
}

function Asked({ asked }: Pick<Result, "asked">) {
  const { locale, words, say, to } = pageWords();
  const texts = words.placement.result;
  // with their own punctuation: gaps of the layout are not heard
  const heard =
    locale === "zh"
      ? { before: `${texts.before}：`, now: `，${texts.now}：` }
      : { before: `${texts.before}: `, now: `, ${texts.now}: ` };
  return (
    <ul className="divide-y divide-line border-y border-line">
      {asked.map(({ topic, before, level, answers }) => (
        <li key={topic.slug} className="grid items-center gap-x-6 gap-y-1 py-2 sm:grid-cols-[1fr_auto]">
          <span className="flex min-w-0 flex-wrap items-center gap-x-3">
            <TopicLink {...topic} />
            <span className="flex gap-1">
              {answers.map(({ submissionId, verdict, blank }, index) => (
                <AppLink
                  key={submissionId}
                  className={`grid size-6 place-items-center tone-${verdict === "pending" ? "accent" : verdict}`}
                  href={to(`/practice/answers/${submissionId}`)}
                  aria-label={say(texts.look, {
                    number: index + 1,
                    topic: topic.title,
                    verdict: verdictText(words.player.verdicts, verdict, blank),
                  })}
                >
                  <Mark shape={verdict} className="text-(--tone)" />
                </AppLink>
              ))}
            </span>
          </span>
          <span className="flex flex-wrap items-center gap-2">
            {before !== level && (
              <>
                <span className="sr-only">{heard.before}</span>
                <MasteryLevel level={before} />
                <Icon name="arrow-right" size={12} />
                <span className="sr-only">{heard.now}</span>
              </>
            )}
            <MasteryLevel level={level} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What follows from it: topics that are open now, and paths with what is done of them already. */
function Next({ result: { ready, paths } }: { result: Result }) {
  const { words, say, to } = pageWords();
  const texts = words.placement.result;
  const nearest = paths
    .filter(({ done, steps }) => done < steps)
    .toSorted(
      (a, b) => Number(b.startedAt !== null) - Number(a.startedAt !== null) || b.done / b.steps - a.done / a.steps,
    )
    .slice(0, shownPaths);
  return (
    <Part id="next" title={texts.next}>
      {ready.length === 0 && <p className="text-muted">{texts.nextNone}</p>}
      <ul className="flex flex-wrap gap-3">
        {ready.slice(0, shownTopics).map(({ slug, title }, index) => (
          <li key={slug}>
            <LinkButton link={AppLink} variant={index === 0 ? "primary" : "secondary"} href={to(`/topics/${slug}`)}>
              {title}
            </LinkButton>
          </li>
        ))}
        <li>
          <LinkButton link={AppLink} variant="quiet" href={to("/topics?view=map")}>
            {texts.toTopics}
          </LinkButton>
        </li>
      </ul>
      {nearest.length > 0 && (
        <>
          <h3 className="mt-3 text-base font-semibold">{texts.paths}</h3>
          <ul className="grid gap-4 md:grid-cols-3">
            {nearest.map(({ slug, title, done, steps }) => (
              <li key={slug} className="card grid content-between gap-3">
                <AppLink className="link font-semibold" href={to(`/paths/${slug}`)}>
                  {title}
                </AppLink>
                <Meter
                  label={words.paths.progress}
                  text={say(words.paths.done, { done, total: steps })}
                  value={done}
                  max={steps}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}
