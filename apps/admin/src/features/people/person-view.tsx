import { can, type UserActor } from "@tidao/access";
import { zonedTime } from "@tidao/i18n/format";
import { Card } from "@tidao/ui/card";
import { Icon } from "@tidao/ui/icon";
import { Notice } from "@tidao/ui/notice";
import { PageHeader } from "@tidao/ui/page-header";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import type { AuditEntry } from "../audit/audit-filter";
import { PageFrame } from "../desk/page-frame";
import type { Person } from "./people-filter";
import { RoleBadges, SuspendedBadge } from "./person-badges";
import { PersonFacts } from "./person-facts";
import type { PersonWords } from "./person-problem";
import { PersonTrail } from "./person-trail";
import { RoleSwitches } from "./role-switches";
import { SignOutEverywhere } from "./sign-out-everywhere";
import { Suspension } from "./suspension";

interface PersonProps {
  person: Person;
  /** What the log has about the account; null for those who may not read it. */
  trail: readonly AuditEntry[] | null;
  actor: UserActor;
  zone: string;
  now: Date;
}

/** One account: who it is, what it may do, whether it may come in, and what was done to it. */
export function PersonView({ person, trail, actor, zone, now }: PersonProps) {
  const { locale, words, say, to } = pageWords();
  const texts = words.admin.users;
  const { id, name, email, roles, suspendedAt, sessions } = person;
  const isSelf = id === actor.id;
  const maySuspend = can(actor, "user.suspend");
  const spoken: PersonWords = {
    words: texts,
    offline: words.app.state.offline,
    error: words.app.notice.error,
    cancel: words.app.actions.cancel,
    undo: words.app.actions.undo,
    locale,
  };
  const where = say(texts.sessions, { count: sessions });
  return (
    <PageFrame>
      <PageHeader
        over={
          <AppLink href={to("/users")} className="inline-flex min-h-6 items-center gap-1 hover:text-accent">
            <Icon name="chevron-left" size={12} />
            {texts.title}
          </AppLink>
        }
        title={<span className="wrap-anywhere">{name}</span>}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="wrap-anywhere">{email}</span>
            {suspendedAt && <SuspendedBadge />}
            {roles.length > 0 && <RoleBadges roles={roles} />}
          </span>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          {isSelf && (
            <Notice kind="info" word={words.app.notice.info}>
              {texts.self}
            </Notice>
          )}
          <Card title={texts.roles}>
            <p className="mb-4 text-sm text-muted">{texts.rolesHint}</p>
            <RoleSwitches
              person={{ id, name, roles }}
              isSelf={isSelf}
              mayChange={can(actor, "user.manageRoles")}
              roleNames={words.admin.roles}
              say={spoken}
            />
          </Card>
          <Card title={where}>
            <PersonFacts person={person} zone={zone} now={now} />
            {maySuspend && (
              <div className="mt-4 grid justify-items-start gap-3">
                <SignOutEverywhere userId={id} name={name} where={where} hasSessions={sessions > 0} say={spoken} />
              </div>
            )}
          </Card>
          {maySuspend && !isSelf && (
            <Card title={suspendedAt ? texts.unsuspendTitle : texts.suspendTitle}>
              <div className="grid justify-items-start gap-3">
                <p className="text-sm text-muted">
                  {suspendedAt
                    ? say(texts.unsuspendHint, { time: zonedTime(locale, suspendedAt, zone).text })
                    : texts.suspendHint}
                </p>
                <Suspension userId={id} name={name} suspended={suspendedAt !== null} say={spoken} />
              </div>
            </Card>
          )}
        </div>
        {trail && <PersonTrail userId={id} entries={trail} zone={zone} now={now} />}
      </div>
    </PageFrame>
  );
}
