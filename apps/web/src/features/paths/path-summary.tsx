import { Badge } from "@tidao/ui/badge";
import { Meter } from "@tidao/ui/meter";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";

/** A path among others. */
export function PathSummary({ path }: { path: ApiData["paths"]["listPaths"][number] }) {
  const { words, say, to } = pageWords();
  const texts = words.paths;
  const { slug, title, summary, audience, hours, steps, done, startedAt } = path;
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
      <Meter label={texts.progress} text={say(texts.done, { done, total: steps })} value={done} max={steps} />
    </article>
  );
}
