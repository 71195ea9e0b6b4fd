import type { UserActor } from "@tidao/access";
import { localDate } from "@tidao/kernel";
import type { Queryable } from "@tidao/prisma";
import { type AccessToNote, upsertAccesses } from "./data-access.repo";

/** What of a person somebody can look at: one learner's answers, a row of a class's results, the same as a file, of its members, of all accounts, the account. */
export const lookKinds = ["work", "results", "csv", "members", "accounts", "account"] as const;
export type LookKind = (typeof lookKinds)[number];
export const viewerRoles = ["instructor", "admin"] as const;

export interface DataLook {
  /** Whose data is shown. */
  userIds: readonly string[];
  role: (typeof viewerRoles)[number];
  what: LookKind;
  /** Which assignment's results or answers. */
  assignmentId?: string;
  /** Whose members. */
  classId?: string;
}

/**
 * Notes for each of these people that the actor was shown data of theirs: call it where the data is read, before it is
 * given. Once a viewer, thing and UTC day, with a count; what is loaded again within a minute, as a table that is sorted, is the
 * same look; looking at oneself is nothing.
 */
export async function noteAccess(viewer: UserActor, { userIds, ...look }: DataLook, now: Date, connection?: Queryable): Promise<void> {
  if (userIds.length === 0) return;
  await upsertAccesses(userIds, accessOf(viewer, look, now), connection);
}
/** A look as the statement that reads notes it itself (`insertAccesses`). */
export const accessOf = (viewer: UserActor, look: Omit<DataLook, "userIds">, now: Date): AccessToNote => ({
  ...look, viewerId: viewer.id, day: localDate(now, "UTC"), at: now,
});
