import { Card } from "@tidao/ui/card";
import { LinkButton } from "@tidao/ui/button";
import { Meter } from "@tidao/ui/meter";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";

export function PathCard({ paths }: Pick<ApiData["home"]["getHome"], "paths">) {
  const { words, say, to } = pageWords();
  const texts = words.home.path;
  return (
    <Card title={texts.title}>
      {paths.length === 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-muted">{texts.none}</p>
          <LinkButton link={AppLink} href={to("/paths")} size="small">
            {texts.choose}
          </LinkButton>
        </div>
      )}
      <ul className="grid gap-5">
        {paths.map(({ slug, title, steps, done, resume }) => (
          <li key={slug} className="grid gap-1.5">
            <AppLink className="link w-fit font-semibold" href={to(`/paths/${slug}`)}>
              {title}
            </AppLink>
            <Meter label={texts.progress} text={say(texts.done, { done, total: steps })} value={done} max={steps} />
            {resume && (
              <p className="flex flex-wrap gap-x-2 text-sm">
                <span className="text-muted">{say(texts.step, { step: resume.position })}</span>
                <AppLink className="link" href={to(`/topics/${resume.topic.slug}`)}>
                  {resume.topic.title}
                </AppLink>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
