import { Badge } from "@tidao/ui/badge";
import { Mark } from "@tidao/ui/mark";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { SkipLink } from "../placement/skip-link";
import { MasteryLevel, TopicState } from "../topics/topic-state";
import { LinkedWords } from "./linked-words";

type Step = ApiData["paths"]["getPath"]["steps"][number];

/** A step on its line: the topic, why it stands here, how far it is. */
export function PathStep({
  step: { position, reason, done, practised, topic, alsoIn, goesWithout, waits },
  path,
  here,
}: {
  step: Step;
  path: string;
  here: boolean;
}) {
  const { words, say, to } = pageWords();
  const texts = words.paths;
  return (
    <li className="path-step" aria-current={here ? "step" : undefined}>
      <span className={`path-dot ${done ? "path-dot-done" : ""} ${here ? "path-dot-here" : ""}`}>
        <span className="sr-only">{say(texts.step, { step: position })}</span>
        {done ? <Mark shape="right" size={20} /> : <span aria-hidden>{position}</span>}
      </span>
      <div className="grid gap-1 pb-6">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <AppLink className="link text-lg font-semibold" href={to(`/topics/${topic.slug}`)}>
            {topic.title}
          </AppLink>
          {here && <Badge tone="accent">{texts.here}</Badge>}
        </span>
        <p>
          <LinkedWords runs={reason} />
        </p>
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
          {done && <span className="sr-only">{texts.stepDone}</span>}
          {practised && (
            <AppLink className="link" href={to("/practice?mix=1")}>
              {texts.practised}
            </AppLink>
          )}
          {topic.questions === 0 ? (
            <Badge>{texts.inPreparation}</Badge>
          ) : (
            <>
              {(topic.state !== "not-ready" || waits) && <TopicState state={topic.state} />}
              <MasteryLevel level={topic.level} />
              <span>{say(words.topics.questions, { count: topic.questions })}</span>
              <SkipLink topic={topic} path={path} />
            </>
          )}
        </span>
        {goesWithout.length > 0 && (
          <span className="text-sm text-muted">
            {say(texts.goesWithout, { topics: goesWithout.map(({ title }) => title).join(texts.joined) })}
          </span>
        )}
        {alsoIn.length > 0 && (
          <span className="text-sm text-muted">
            {say(texts.alsoIn, { paths: alsoIn.map(({ title }) => title).join(texts.joined) })}
          </span>
        )}
      </div>
    </li>
  );
}
