import type { Actor } from "@tidao/access";
import { DomainError } from "@tidao/kernel";
import { isDatabaseAway } from "../database-health.repo";
import { readSessionToken } from "./cookie";
import { findActor, noteSeen } from "./session.repo";

const anonymous: Actor = { kind: "anonymous" };

/** Who is asking, from the request's Cookie header. A revoked, expired or suspended session is nobody. */
export async function actorFromCookie(cookieHeader: string | null | undefined): Promise<Actor> {
  const token = readSessionToken(cookieHeader);
  if (!token) return anonymous;
  const found = await findActor(token).catch((error: unknown) => {
    throw isDatabaseAway(error) ? new DomainError("DATABASE_UNAVAILABLE") : error;
  });
  if (!found) return anonymous;
  // not awaited: the answer does not depend on it, and a lost update costs nothing
  if (found.seenLongAgo) noteSeen(found.actor.sessionId).catch(() => {});
  return found.actor;
}
