import { Card } from "@tidao/ui/card";
import { LinkButton } from "@tidao/ui/button";
import { Meter } from "@tidao/ui/meter";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";

interface PathCardProps {
  home: Pick<ApiData["home"]["getHome"], "paths" | "plan" | "placed" | "next">;
}

export function PathCard({ home: { paths, plan, placed, next } }: PathCardProps) {
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
      {paths.length === 0 && !plan && (
        <p className="mt-1 flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {!placed && next.kind !== "placement" && (
            <AppLink className="link inline-flex min-h-6 items-center" href={to("/placement")}>
              {words.home.doors.toPractice}
            </AppLink>
          )}
          <AppLink className="link inline-flex min-h-6 items-center" href={to("/plan")}>
            {texts.toPlan}
          </AppLink>
        </p>
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
