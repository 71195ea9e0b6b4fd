import { Badge } from "@tidao/ui/badge";
import type { ReactNode } from "react";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import type { AuditEntry } from "./audit-filter";
import { auditWords } from "./audit-words";

// stand for the two names while the sentence is put together, since a sentence is text and the names are links
const actorMark = "\uE000";
const resourceMark = "\uE001";
const marks = /(\uE000|\uE001)/;

/** Who did what to what, with links where there is a page. */
export function AuditSentence({ entry }: { entry: AuditEntry }) {
  const { words, say } = pageWords();
  const texts = words.admin.audit;
  const sentence = auditWords(texts, entry.action, "actions") ?? texts.unknownAction;
  const parts = say(sentence, { actor: actorMark, resource: resourceMark, action: entry.action }).split(marks);
  const { role, version } = entry.detail;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <span className="wrap-anywhere">
        {parts.map((part) =>
          part === actorMark ? (
            <ActorName key="actor" entry={entry} />
          ) : part === resourceMark ? (
            <ResourceName key="resource" entry={entry} />
          ) : (
            part
          ),
        )}
      </span>
      {typeof role === "string" && <Badge>{roleName(role, words.admin.roles)}</Badge>}
      {typeof version === "number" && (
        <Badge>
          {texts.details.version} {version}
        </Badge>
      )}
    </span>
  );
}

const roleName = (role: string, names: Readonly<Record<string, string>>) => names[role] ?? role;

function ActorName({ entry: { actorId, actor, actorKind } }: { entry: AuditEntry }): ReactNode {
  const { words, to } = pageWords();
  if (!actorId) return actorKind === "user" ? words.admin.audit.nobody : words.admin.audit.system;
  if (!actor) return words.admin.audit.nobody;
  return (
    <AppLink className="link" href={to(`/users/${actorId}`)}>
      {actor}
    </AppLink>
  );
}

function ResourceName({ entry: { action, resourceKind, resourceId, resourceName } }: { entry: AuditEntry }): ReactNode {
  const { words, to } = pageWords();
  if (resourceKind === "question" && !resourceName)
    return (
      <>
        <span className="font-mono text-[0.9em]">{resourceId}</span>
        {/* the sentence of its end says it already */}
        {action !== "question.discarded" && <span className="text-sm text-muted"> {words.admin.audit.gone}</span>}
      </>
    );
  if (resourceKind === "question")
    return (
      <AppLink className="link font-mono text-[0.9em]" href={to(`/questions/${resourceId}`)}>
        {resourceId}
      </AppLink>
    );
  if (resourceKind !== "user") return <strong className="font-semibold">{resourceName ?? resourceId}</strong>;
  if (!resourceName) return words.admin.audit.nobody;
  return (
    <AppLink className="link" href={to(`/users/${resourceId}`)}>
      {resourceName}
    </AppLink>
  );
}
