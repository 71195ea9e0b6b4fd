import type { UserActor } from "@tidao/access";
import { cookies } from "next/headers";
import { requestScope } from "../request-scope";

export const THEME_COOKIE = "tidao.theme";
type Theme = UserActor["theme"];

/** Read on the server, so that the page arrives in its colours and needs no script of ours for them. */
export async function currentTheme(): Promise<Theme> {
  // colours must not fail: without the database the page still says, in the reader's theme, what is wrong
  const actor = await requestScope()
    .actor()
    .catch(() => null);
  if (actor?.kind === "user") return actor.theme;
  const remembered = (await cookies()).get(THEME_COOKIE)?.value;
  return remembered === "light" || remembered === "dark" ? remembered : "system";
}

/** Whether pages hold still: the reader's choice; the system's own wish is the style sheet's business. */
export async function currentMotion(): Promise<UserActor["motion"]> {
  const actor = await requestScope()
    .actor()
    .catch(() => null);
  return actor?.kind === "user" ? actor.motion : "system";
}

/** Whom the page is for: its calls count for nobody else, whoever signs in meanwhile. */
export async function currentReader(): Promise<string | undefined> {
  const actor = await requestScope()
    .actor()
    .catch(() => null);
  return actor?.kind === "user" ? actor.id : undefined;
}
