import { relativeTime } from "@tidao/i18n/format";
import { Card } from "@tidao/ui/card";
import { TimeText } from "@tidao/ui/time-text";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { type AuditEntry, auditHref } from "../audit/audit-filter";
import { AuditSentence } from "../audit/audit-sentence";

interface TrailProps {
  userId: string;
  entries: readonly AuditEntry[];
  zone: string;
  now: Date;
}
const shown = 8;

/** The latest of what the log has about this account; the rest is a link away. */
export function PersonTrail({ userId, entries, zone, now }: TrailProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.admin.users;
  return (
    <Card title={texts.trail}>
      {entries.length === 0 && <p className="text-muted">{texts.trailNone}</p>}
      <ol className="-my-2 divide-y divide-line">
        {entries.slice(0, shown).map((entry) => (
          <li key={entry.id} className="grid gap-0.5 py-2.5">
            <AuditSentence entry={entry} />
            {entry.personal.reason && (
              <span className="text-sm wrap-anywhere">
                {say(words.admin.audit.reason, { reason: entry.personal.reason })}
              </span>
            )}
            <span className="text-sm text-muted">
              <TimeText time={relativeTime(locale, entry.at, now, zone)} />
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
        {entries.length > 0 && (
          <AppLink className="link" href={to(auditHref({ resourceKind: "user", resourceId: userId }))}>
            {texts.trailAll}
          </AppLink>
        )}
        <AppLink className="link" href={to(auditHref({ by: userId }))}>
          {texts.trailBy}
        </AppLink>
      </p>
    </Card>
  );
}
