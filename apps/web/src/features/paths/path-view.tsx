import { LinkButton } from "@tidao/ui/button";
import { Meter } from "@tidao/ui/meter";
import { PageHeader } from "@tidao/ui/page-header";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { LinkedWords } from "./linked-words";
import { LeavePath, StartPath } from "./path-buttons";
import { PathDeadline } from "./path-deadline";
import { PathStep } from "./path-step";

export function PathView({ data, today }: { data: ApiData["paths"]["getPath"]; today: string }) {
  const { path, lead, steps, closing, resumeAt } = data;
  const { locale, words, say, to } = pageWords();
  const texts = words.paths;
  const resume = steps.find(({ position }) => position === resumeAt);
  const started = path.startedAt !== null;
  const failure = { locale, offline: words.app.state.offline };
  return (
    <>
      <PageHeader
        over={
          <AppLink className="link" href={to("/paths")}>
            {texts.title}
          </AppLink>
        }
        title={path.title}
        lead={<LinkedWords runs={lead} />}
      />
      <div className="grid gap-5">
        <p className="text-sm text-muted">
          {say(texts.size, { steps: path.steps, hours: path.hours })} ·{" "}
          {say(texts.audience, { audience: path.audience })}
        </p>
        {started && (
          <Meter
            label={texts.progress}
            text={say(texts.done, { done: path.done, total: path.steps })}
            value={path.done}
            max={path.steps}
          />
        )}
        <div className="flex flex-wrap items-center gap-3">
          {!started && <StartPath slug={path.slug} words={texts} failure={failure} />}
          {started && resume && (
            <LinkButton link={AppLink} href={to(`/topics/${resume.topic.slug}`)} variant="primary">
              {say(texts.resume, { step: resume.position })}
            </LinkButton>
          )}
          {started && !resume && <p>{texts.complete}</p>}
          {started && (
            <LeavePath
              slug={path.slug}
              deadline={path.deadline?.date ?? null}
              words={{ ...texts, left: say(texts.left, { path: path.title }), undo: words.app.actions.undo }}
              failure={failure}
            />
          )}
        </div>
        {started && <PathDeadline path={path} today={today} />}
        <section aria-labelledby="steps" className="mt-4">
          <h2 id="steps" className="sr-only">
            {texts.steps}
          </h2>
          <ol className="grid">
            {steps.map((step) => (
              <PathStep key={step.position} step={step} path={path.slug} here={started && step.position === resumeAt} />
            ))}
          </ol>
          <p className="mt-6 text-sm text-muted">{texts.criterion}</p>
        </section>
        <section aria-labelledby="closing" className="card grid justify-items-start gap-3">
          <h2 id="closing" className="text-xl">
            {texts.closing.title}
          </h2>
          <p className="text-muted">{closing.reason}</p>
          {closing.questions > 0 ? (
            <LinkButton link={AppLink} href={to(`/practice?path=${path.slug}`)}>
              {say(texts.closing.practise, { count: closing.questions })}
            </LinkButton>
          ) : (
            <p className="text-muted">{texts.closing.none}</p>
          )}
        </section>
      </div>
    </>
  );
}
