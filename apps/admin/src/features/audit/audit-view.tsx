import { LinkButton } from "@tidao/ui/button";
import { Empty } from "@tidao/ui/empty";
import { Icon } from "@tidao/ui/icon";
import { PageHeader } from "@tidao/ui/page-header";
import type { ApiData } from "../../api-data";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { PageFrame } from "../desk/page-frame";
import { type AuditFilter, auditHref } from "./audit-filter";
import { AuditFilterForm } from "./audit-filter-form";
import { AuditList } from "./audit-list";
import { VerifyTrail } from "./verify-trail";

interface AuditProps {
  filter: AuditFilter;
  page: ApiData["audit"]["listAudit"];
  zone: string;
  now: Date;
}

/** Who did what, newest first. */
export function AuditView({ filter, page: { entries, next }, zone, now }: AuditProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.admin.audit;
  const newest = { ...filter, before: undefined };
  const isFiltered = auditHref(newest) !== "/audit";
  const who = filter.by && (entries[0]?.actor ?? filter.by);
  return (
    <PageFrame>
      <PageHeader title={texts.title} lead={texts.lead} />
      <div className="grid gap-4">
        <AuditFilterForm filter={filter} />
        {isFiltered && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
            {who && (
              <AppLink
                href={to(auditHref({ ...newest, by: undefined }))}
                aria-label={say(words.app.about, { word: words.app.actions.remove, what: `${texts.actor} ${who}` })}
                className="flex min-h-7 min-w-0 items-center gap-1.5 rounded-sm bg-accent-soft px-2 wrap-anywhere text-accent-strong hover:underline"
              >
                {`${texts.actor} · ${who}`}
                <Icon name="close" size={12} className="flex-none" />
              </AppLink>
            )}
            <AppLink href={to("/audit")} className="link">
              {texts.clear}
            </AppLink>
          </div>
        )}
        {entries.length > 0 ? (
          <AuditList entries={entries} zone={zone} now={now} />
        ) : (
          <Empty
            title={texts.none.title}
            action={
              <LinkButton link={AppLink} href={to("/audit")}>
                {texts.clear}
              </LinkButton>
            }
          >
            {texts.none.body}
          </Empty>
        )}
        <nav aria-label={words.app.pagination.label} className="flex flex-wrap gap-3 empty:hidden">
          {filter.before && (
            <LinkButton link={AppLink} href={to(auditHref(newest))}>
              <Icon name="chevron-left" />
              {texts.newest}
            </LinkButton>
          )}
          {next && (
            <LinkButton link={AppLink} href={to(auditHref({ ...filter, before: next }))}>
              {texts.older}
              <Icon name="chevron-right" />
            </LinkButton>
          )}
        </nav>
        <VerifyTrail
          words={{ verify: texts.verify, whole: texts.whole, broken: texts.broken }}
          notices={words.app.notice}
          offline={words.app.state.offline}
          locale={locale}
        />
      </div>
    </PageFrame>
  );
}
