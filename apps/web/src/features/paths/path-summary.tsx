import { formatDay, formatDuration } from "@tidao/i18n/format";
import { Badge } from "@tidao/ui/badge";
import { LinkButton } from "@tidao/ui/button";
import { Meter } from "@tidao/ui/meter";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";

/** A path among others. */
export function PathSummary({ path }: { path: ApiData["paths"]["listPaths"][number] }) {
  const { locale, words, say, to } = pageWords();
  const texts = words.paths;
  const { slug, title, summary, audience, hours, steps, done, startedAt, resume, deadline } = path;
  const minutes = deadline?.minutesPerDay;
  return (
    <article className="card grid content-between gap-5">
      <div className="grid gap-2">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          {say(texts.size, { steps, hours })}
          {startedAt && <Badge tone="accent">{texts.started}</Badge>}
        </p>
        <h2 className="text-xl">
          <AppLink className="link" href={to(`/paths/${slug}`)}>
            {title}
          </AppLink>
        </h2>
        <p>{summary}</p>
        <p className="text-sm text-muted">{say(texts.audience, { audience })}</p>
      </div>
      <div className="grid justify-items-start gap-3">
        <div className="w-full">
          <Meter label={texts.progress} text={say(texts.done, { done, total: steps })} value={done} max={steps} />
        </div>
        {deadline && minutes ? (
          <p className="text-sm text-muted">
            {say(texts.deadline.short, {
              date: formatDay(locale, deadline.date),
              time: formatDuration(locale, minutes * 60),
            })}
          </p>
        ) : null}
        {startedAt && resume && (
          <LinkButton link={AppLink} href={to(`/topics/${resume.topic.slug}`)}>
            {say(texts.resume, { step: resume.position })}
          </LinkButton>
        )}
      </div>
    </article>
  );
}
