import { zonedTime } from "@tidao/i18n/format";
import { Disclosure } from "@tidao/ui/disclosure";
import { TimeText } from "@tidao/ui/time-text";
import type { ReactNode } from "react";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { isId } from "../people/is-id";
import type { AuditEntry } from "./audit-filter";
import { auditWords } from "./audit-words";

type Detail = AuditEntry["detail"][string];

/** What the entry holds beside its sentence, as it was written, and which entry it is. */
export function AuditDetails({ entry, zone }: { entry: AuditEntry; zone: string }) {
  const { words, say } = pageWords();
  const texts = words.admin.audit;
  const what = auditWords(texts, entry.action, "names") ?? entry.action;
  const names: Readonly<Record<string, string>> = texts.details;
  // the hashes of personal values prove them to a program and tell a person nothing
  const facts = Object.entries(entry.detail).filter(([key, value]) => key !== "personal" && value !== null);
  return (
    <Disclosure summary={texts.detail} label={say(words.app.about, { word: texts.detail, what })}>
      <dl className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[minmax(8rem,auto)_1fr]">
        <dt className="text-muted">{texts.id}</dt>
        <dd className="font-mono wrap-anywhere">{entry.resourceId}</dd>
        {facts.map(([key, value]) => (
          <div key={key} className="contents">
            <dt className={key in names ? "text-muted" : "font-mono text-muted"}>{names[key] ?? key}</dt>
            <dd className="min-w-0 wrap-anywhere">
              <DetailValue name={key} value={value} zone={zone} />
            </dd>
          </div>
        ))}
        <dt className="text-muted">{texts.action}</dt>
        <dd className="font-mono wrap-anywhere">{`${entry.action} #${entry.id}`}</dd>
      </dl>
    </Disclosure>
  );
}

function DetailValue({ name, value, zone }: { name: string; value: Detail; zone: string }): ReactNode {
  const { locale, words, to } = pageWords();
  const { yes, no } = words.admin.audit;
  if (typeof value === "boolean") return value ? yes : no;
  if (typeof value === "number") return value;
  if (typeof value !== "string") return <code className="text-[0.9em]">{JSON.stringify(value)}</code>;
  const roles: Readonly<Record<string, string>> = words.admin.roles;
  if (name === "role") return roles[value] ?? value;
  const kinds: Readonly<Record<string, string>> = words.reports.kinds;
  if (name === "kind") return kinds[value] ?? value;
  if (name === "reportId" && isId(value))
    return (
      <AppLink className="link font-mono" href={to(`/reports/${value}`)}>
        {value}
      </AppLink>
    );
  if ((name === "userId" || name === "to") && isId(value))
    return (
      <AppLink className="link font-mono" href={to(`/users/${value}`)}>
        {value}
      </AppLink>
    );
  if (name.endsWith("At") && !Number.isNaN(Date.parse(value)))
    return <TimeText time={zonedTime(locale, value, zone)} />;
  return <span className={/^[0-9a-f-]{32,}$/.test(value) ? "font-mono" : undefined}>{value}</span>;
}
