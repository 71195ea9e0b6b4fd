import "server-only";
import { type Actor, can, type Permission, type UserActor } from "@tidao/access";
import { forbidden, redirect } from "next/navigation";
import { requestScope } from "../request-scope";

/** Who is asking: the same answer for every component of a request, one query at most. */
export const currentActor = (): Promise<Actor> => requestScope().actor();

/** Where to sign in, and to come back from to the page in hand, or to another one of ours. */
export function signInPath(next?: string): string {
  const { locale, path } = requestScope();
  return `/${locale}/sign-in?next=${encodeURIComponent(next ?? path)}`;
}

/** The signed-in user; anyone else is sent to the sign-in page and comes back. */
export async function requireActor(): Promise<UserActor> {
  const actor = await currentActor();
  return actor.kind === "user" ? actor : redirect(signInPath());
}

/** The signed-in user, who holds the permission; without it the forbidden screen is shown (403). */
export async function requirePermission(permission: Permission): Promise<UserActor> {
  const actor = await requireActor();
  return can(actor, permission) ? actor : forbidden();
}

/** Theme of the page: the user's, else the one remembered in this browser. */
export { currentTheme, THEME_COOKIE } from "./theme";
export { requestScope, type Site } from "../request-scope";
