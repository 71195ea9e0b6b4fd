import { Badge } from "@tidao/ui/badge";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { MasteryLevel, type Topic, TopicState } from "./topic-state";

interface TopicRowProps {
  topic: Topic;
  titleOf: (slug: string) => string | undefined;
}

export function TopicRow({ topic, titleOf }: TopicRowProps) {
  const { words, say, to } = pageWords();
  const texts = words.topics;
  const { slug, number, title, prerequisites, questions, hasLesson, state, level, due } = topic;
  // nothing can be learned there yet, whatever its prerequisites say
  const empty = questions === 0 && !hasLesson;
  return (
    <li className="grid grid-cols-[2rem_1fr] gap-x-2 gap-y-1 py-3 md:grid-cols-[2rem_1fr_9rem_10rem]">
      <span className="pt-0.5 text-sm text-muted">
        <span aria-hidden="true">{number}</span>
        <span className="sr-only">{say(texts.number, { number })}</span>
      </span>
      <div className="grid gap-0.5">
        <AppLink className="link w-fit font-semibold" href={to(`/topics/${slug}`)}>
          {title}
        </AppLink>
        <span className="flex flex-wrap gap-x-3 text-sm text-muted">
          {!empty && (
            <span>
              {[questions > 0 && say(texts.questions, { count: questions }), hasLesson && texts.lesson]
                .filter(Boolean)
                .join(" · ")}
            </span>
          )}
          {prerequisites.length > 0 && (
            <span>
              {texts.needs}{" "}
              {prerequisites.map((need, index) => (
                <span key={need}>
                  {index > 0 && " · "}
                  <AppLink className="hover:text-accent hover:underline" href={to(`/topics/${need}`)}>
                    {titleOf(need)}
                  </AppLink>
                </span>
              ))}
            </span>
          )}
        </span>
      </div>
      {empty ? (
        <span className="col-start-2 self-center md:col-start-3">
          <Badge>{texts.inPreparation}</Badge>
        </span>
      ) : (
        <>
          <span className="col-start-2 flex flex-wrap items-center gap-2 self-center md:col-start-3">
            <TopicState state={state} />
            {due > 0 && <Badge tone="warning">{say(texts.due, { count: due })}</Badge>}
          </span>
          <span className="col-start-2 self-center text-sm text-muted md:col-start-4">
            <MasteryLevel level={level} />
          </span>
        </>
      )}
    </li>
  );
}
