import { relativeTime } from "@tidao/i18n/format";
import { Badge } from "@tidao/ui/badge";
import { TimeText } from "@tidao/ui/time-text";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { deviceName } from "./device-name";
import { lastUsed } from "./last-used";
import { RevokeButton } from "./revoke-buttons";
import { SignOutEverywhere } from "./sign-out-everywhere";

/** Where the account is signed in, and the way to end it there. */
export function SessionList({
  sessions,
  zone,
  now,
}: {
  sessions: ApiData["account"]["listSessions"];
  zone: string;
  now: Date;
}) {
  const { locale, words, say } = pageWords();
  const texts = words.account.sessions;
  const failure = { locale, offline: words.app.state.offline };
  return (
    <section className="grid gap-4" aria-labelledby="sessions">
      <div className="grid gap-1">
        <h2 id="sessions">{texts.title}</h2>
        <p className="text-sm text-muted">{texts.lead}</p>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => {
          const { id, userAgent, createdAt, current } = session;
          const device = deviceName(userAgent);
          const [since, seen] = [
            relativeTime(locale, createdAt, now, zone),
            relativeTime(locale, lastUsed(session, now), now, zone),
          ];
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
              <div className="grid gap-0.5">
                <span className="flex flex-wrap items-center gap-2 font-semibold">
                  {device ? say(texts.device, device) : texts.unknown}
                  {current && <Badge tone="accent">{texts.current}</Badge>}
                </span>
                <span className="flex flex-wrap gap-x-4 text-sm text-muted">
                  <TimeText time={{ ...since, text: say(texts.since, { time: since.text }) }} />
                  <TimeText time={{ ...seen, text: say(texts.lastSeen, { time: seen.text }) }} />
                </span>
              </div>
              {!current && <RevokeButton sessionId={id} label={texts.revoke} done={texts.revoked} {...failure} />}
            </li>
          );
        })}
      </ul>
      <div className="flex flex-wrap gap-3">
        {sessions.length > 1 && <RevokeButton label={texts.revokeOthers} done={texts.othersRevoked} {...failure} />}
        <SignOutEverywhere label={texts.revokeAll} {...failure} />
      </div>
    </section>
  );
}
