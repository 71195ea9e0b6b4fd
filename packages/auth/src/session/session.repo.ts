import type { Role, UserActor } from "@tidao/access";
import { named, pool, type Queryable } from "@tidao/prisma";
import { SESSION_SECONDS } from "./cookie";
import { hashToken, newSessionToken } from "./token";

interface ActorRow {
  id: string;
  subject_id: string;
  session_id: string;
  name: string;
  email: string;
  locale: UserActor["locale"];
  zone: string;
  theme: UserActor["theme"];
  motion: UserActor["motion"];
  asks_confidence: boolean;
  email_verified: boolean;
  roles: Role[];
  deletion_requested_at: Date | null;
  seen_long_ago: boolean;
}

// the order of the roles follows the enum, so that two requests give equal actors
const ACTOR = `
  select u.id, l.subject_id, s.id as session_id, u.name, u.email, u.locale, u.zone, u.theme, u.motion, u.asks_confidence,
         u.email_verified_at is not null as email_verified, u.deletion_requested_at,
         array(select r.role::text from user_role r where r.user_id = u.id order by r.role) as roles,
         s.last_seen_at < now() - interval '5 minutes' as seen_long_ago
  from session s
  join "user" u on u.id = s.user_id
  join learner l on l.user_id = u.id
  where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now() and u.suspended_at is null`;

/** Who holds this token, if its session is still good. The one query that every signed-in request pays. */
export async function findActor(token: string): Promise<{ actor: UserActor; seenLongAgo: boolean } | null> {
  const { rows } = await pool.query<ActorRow>(named(ACTOR, [hashToken(token)]));
  const row = rows[0];
  if (!row) return null;
  return {
    seenLongAgo: row.seen_long_ago,
    actor: {
      kind: "user",
      id: row.id,
      subjectId: row.subject_id,
      roles: ["learner", ...row.roles],
      sessionId: row.session_id,
      name: row.name,
      email: row.email,
      emailVerified: row.email_verified,
      locale: row.locale,
      zone: row.zone,
      theme: row.theme,
      motion: row.motion,
      asksConfidence: row.asks_confidence,
      ...(row.deletion_requested_at && { deletionRequestedAt: row.deletion_requested_at.toISOString() }),
    },
  };
}

/** The condition keeps it to one write every five minutes, however many requests saw the old time. */
export async function noteSeen(sessionId: string): Promise<void> {
  const text = "update session set last_seen_at = now() where id = $1 and last_seen_at < now() - interval '5 minutes'";
  await pool.query(named(text, [sessionId]));
}

/** Opens a session and returns its token, which is known to nobody else afterwards. */
export async function openSession(userId: string, userAgent?: string | null, on: Queryable = pool): Promise<string> {
  const token = newSessionToken();
  await on.query(
    "insert into session (token_hash, user_id, user_agent, expires_at) values ($1, $2, $3, now() + make_interval(secs => $4))",
    [hashToken(token), userId, userAgent?.slice(0, 300) ?? null, SESSION_SECONDS],
  );
  return token;
}

export async function findSessionOwner(token: string): Promise<string | null> {
  const { rows } = await pool.query<{ user_id: string }>(
    "select user_id from session where token_hash = $1 and revoked_at is null and expires_at > now()",
    [hashToken(token)],
  );
  return rows[0]?.user_id ?? null;
}

export async function revokeToken(token: string): Promise<void> {
  await pool.query("update session set revoked_at = now() where token_hash = $1 and revoked_at is null", [
    hashToken(token),
  ]);
}

/** @returns whether there was such an open session of this user */
export async function revokeSession(userId: string, sessionId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    "update session set revoked_at = now() where id = $1 and user_id = $2 and revoked_at is null",
    [sessionId, userId],
  );
  return rowCount === 1;
}

/** Ends all sessions of a user at once, but for the one named. @returns how many were ended */
export async function revokeAllSessions(
  userId: string,
  options: { except?: string; on?: Queryable } = {},
): Promise<number> {
  const { rowCount } = await (options.on ?? pool).query(
    "update session set revoked_at = now() where user_id = $1 and revoked_at is null and id is distinct from $2::uuid",
    [userId, options.except ?? null],
  );
  return rowCount ?? 0;
}

export interface SessionSummary {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

/** The open sessions of a user, the one used last first; nobody has a hundred that matter. */
export async function listSessions(userId: string): Promise<SessionSummary[]> {
  const { rows } = await pool.query<SessionSummary>(
    `select id, user_agent as "userAgent", created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt"
     from session where user_id = $1 and revoked_at is null and expires_at > now() order by last_seen_at desc, id desc limit 100`,
    [userId],
  );
  return rows;
}
