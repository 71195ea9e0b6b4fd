import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { recordAudit } from "../audit/record-audit";
import { noteAccess } from "../data-access/note-access";
import {
  countActiveAdmins,
  countUserRows,
  endSessions,
  getUserRow,
  grantRole,
  listUserRows,
  lockRoles,
  revokeRole,
  setSuspended,
  type UserRow,
} from "./user.repo";

type Context = { clock: Clock };
const grantable = z.enum(["instructor", "editor", "admin"]);
const pageSize = 25;
export const userForAdmin = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  locale: z.string(),
  roles: z.array(grantable),
  createdAt: z.string(),
  suspendedAt: z.string().nullable(),
  sessions: z.number().int(),
  lastSeenAt: z.string().nullable(),
});
export type UserForAdmin = z.infer<typeof userForAdmin>;
const userForAdminDto = (row: UserRow): UserForAdmin => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  suspendedAt: row.suspendedAt?.toISOString() ?? null,
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
});

export const userFilterInput = z.strictObject({
  text: z.string().max(200).nullish(),
  role: grantable.nullish(),
  suspended: z.boolean().nullish(),
  page: z.number().int().min(1).max(100_000).default(1),
});
export const userPageDto = z.strictObject({
  users: z.array(userForAdmin),
  total: z.number().int(),
  pageSize: z.number().int(),
});
/** A page of accounts; the owner of each sees that their row was looked at. */
export async function listUsers(
  actor: UserActor,
  filter: z.infer<typeof userFilterInput>,
  { clock }: Context,
): Promise<z.infer<typeof userPageDto>> {
  const [rows, total] = await Promise.all([
    listUserRows(filter, (filter.page - 1) * pageSize, pageSize),
    countUserRows(filter),
  ]);
  await noteAccess(actor, { userIds: rows.map(({ id }) => id), role: "admin", what: "accounts" }, clock.now());
  return { users: rows.map(userForAdminDto), total, pageSize };
}
export const userIdInput = z.strictObject({ userId: z.uuid() });
/** One account; its owner sees that it was looked at. @throws NOT_FOUND */
export async function getUser(actor: UserActor, { userId }: z.infer<typeof userIdInput>, { clock }: Context): Promise<UserForAdmin> {
  const row = await getUserRow(userId);
  await noteAccess(actor, { userIds: [userId], role: "admin", what: "account" }, clock.now());
  return userForAdminDto(row);
}

export const setRoleInput = userIdInput.extend({ role: grantable, granted: z.boolean() });
/** Grants or removes a role. @throws LAST_ADMIN when nobody would be left; CANNOT_CHANGE_SELF for one's own admin role; NOT_FOUND */
export async function setRole(
  actor: UserActor,
  { userId, role, granted }: z.infer<typeof setRoleInput>,
  { clock }: Context,
): Promise<UserForAdmin> {
  return inTransaction(async (connection) => {
    await lockRoles(connection);
    const user = await getUserRow(userId, connection);
    if (!granted && role === "admin" && user.roles.includes("admin")) {
      if (!user.suspendedAt && (await countActiveAdmins(connection)) <= 1) throw new DomainError("LAST_ADMIN");
      if (userId === actor.id) throw new DomainError("CANNOT_CHANGE_SELF");
    }
    const changed = granted
      ? await grantRole(connection, userId, role, actor.id, clock.now())
      : await revokeRole(connection, userId, role);
    if (changed)
      await recordAudit(
        connection,
        actor,
        { action: granted ? "user.roleGranted" : "user.roleRevoked", resource: ["user", userId], detail: { role } },
        clock.now(),
      );
    return userForAdminDto(await getUserRow(userId, connection));
  });
}

export const setSuspendedInput = userIdInput.extend({
  suspended: z.boolean(),
  reason: z.string().trim().min(1).max(400),
});
/** Suspends an account (its sessions end at once) or lets it in again. @throws CANNOT_CHANGE_SELF, LAST_ADMIN, NOT_FOUND */
export async function suspendUser(
  actor: UserActor,
  { userId, suspended, reason }: z.infer<typeof setSuspendedInput>,
  { clock }: Context,
): Promise<UserForAdmin> {
  if (userId === actor.id) throw new DomainError("CANNOT_CHANGE_SELF");
  return inTransaction(async (connection) => {
    await lockRoles(connection);
    const user = await getUserRow(userId, connection);
    if (suspended && user.roles.includes("admin") && !user.suspendedAt && (await countActiveAdmins(connection)) <= 1)
      throw new DomainError("LAST_ADMIN");
    const now = clock.now();
    if (await setSuspended(connection, userId, suspended ? now : null)) {
      const ended = suspended ? await endSessions(connection, userId, now) : 0;
      await recordAudit(
        connection,
        actor,
        {
          action: suspended ? "user.suspended" : "user.unsuspended",
          resource: ["user", userId],
          detail: { ended },
          personal: { userId, values: { reason } },
        },
        now,
      );
    }
    return userForAdminDto(await getUserRow(userId, connection));
  });
}

/** Signs the user out everywhere; who is signed in nowhere leaves no entry in the trail. @throws NOT_FOUND */
export async function signOutUser(
  actor: UserActor,
  { userId }: z.infer<typeof userIdInput>,
  { clock }: Context,
): Promise<UserForAdmin> {
  return inTransaction(async (connection) => {
    await getUserRow(userId, connection);
    const ended = await endSessions(connection, userId, clock.now());
    if (ended > 0)
      await recordAudit(
        connection,
        actor,
        { action: "user.signedOut", resource: ["user", userId], detail: { ended } },
        clock.now(),
      );
    return userForAdminDto(await getUserRow(userId, connection));
  });
}
