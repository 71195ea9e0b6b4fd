import { relativeTime } from "@tidao/i18n/format";
import { Badge } from "@tidao/ui/badge";
import { Card } from "@tidao/ui/card";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { stemLine } from "../questions/stem-line";

interface OpenDraftsProps {
  desk: ApiData["questions"]["getDesk"];
  zone: string;
  now: Date;
}

/** Drafts that wait to be finished or published, the last one touched first. */
export function OpenDrafts({ desk: { drafts, counts }, zone, now }: OpenDraftsProps) {
  const { locale, words, say, to } = pageWords();
  const { openDrafts: texts } = words.admin.desk;
  return (
    <Card title={texts.title}>
      {drafts.length === 0 && <p className="text-muted">{texts.none}</p>}
      <ul className="-my-2 divide-y divide-line">
        {drafts.map(({ id, stem, author, fromFiles, problems, updatedAt }) => (
          <li key={id} className="grid gap-0.5 py-2.5">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
              <AppLink
                data-row
                className="link inline-flex min-h-6 items-center font-mono text-sm"
                href={to(`/questions/${id}`)}
              >
                {id}
              </AppLink>
              {problems === 0 ? (
                <Badge tone="right" shape="right">
                  {texts.ready}
                </Badge>
              ) : (
                <Badge tone="warning" shape="warning">
                  {say(texts.problems, { count: problems })}
                </Badge>
              )}
            </span>
            <span className="line-clamp-1">
              {stemLine(stem, locale) || <span className="text-muted">{words.admin.questions.noStem}</span>}
            </span>
            <span className="flex flex-wrap gap-x-3 text-sm text-muted">
              <TimeText time={relativeTime(locale, updatedAt, now, zone)} />
              <span className="min-w-0 wrap-anywhere">
                {fromFiles ? texts.fromFiles : author && say(texts.by, { name: author })}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {counts.drafts > drafts.length && (
        <p className="mt-4">
          <AppLink className="link" href={to("/questions?status=draft&order=changed")}>
            {texts.all}
          </AppLink>
        </p>
      )}
    </Card>
  );
}
