import type { Actor } from "./actor";
import { type Permission, permissions, type Role } from "./permissions";

/** Whether the actor's roles grant a permission. Jobs (`system`) may do everything; nobody signed out may. */
export function can(actor: Actor, permission: Permission): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "anonymous") return false;
  const allowed: readonly Role[] = permissions[permission];
  return actor.roles.some((role) => allowed.includes(role));
}
