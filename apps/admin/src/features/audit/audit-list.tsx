import { relativeTime } from "@tidao/i18n/format";
import { TimeText } from "@tidao/ui/time-text";
import { pageWords } from "../../page-words";
import { AuditDetails } from "./audit-details";
import type { AuditEntry } from "./audit-filter";
import { AuditSentence } from "./audit-sentence";

/** Entries as sentences under each other, the time beside them where there is room. */
export function AuditList({ entries, zone, now }: { entries: readonly AuditEntry[]; zone: string; now: Date }) {
  const { locale, words, say } = pageWords();
  const texts = words.admin.audit;
  return (
    <ol aria-label={texts.title} className="divide-y divide-line rounded-lg border border-line bg-raised">
      {entries.map((entry) => (
        <li key={entry.id} className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <span className="text-sm text-muted tabular-nums sm:pt-0.5">
            <TimeText time={relativeTime(locale, entry.at, now, zone)} />
          </span>
          <div className="grid gap-1">
            <AuditSentence entry={entry} />
            {entry.personal.reason ? (
              <p className="text-sm wrap-anywhere">{say(texts.reason, { reason: entry.personal.reason })}</p>
            ) : (
              entry.detail.personal && <p className="text-sm text-muted">{texts.erased}</p>
            )}
            <AuditDetails entry={entry} zone={zone} />
          </div>
        </li>
      ))}
    </ol>
  );
}
