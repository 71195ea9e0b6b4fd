import { cookieDomain, isSecure } from "../environment";
import { looksLikeToken } from "./token";

export const SESSION_SECONDS = 30 * 86_400;

export const sessionCookieName = (): string => `${isSecure() ? "__Secure-" : ""}tidao.session`;

/** `lax`: a link from elsewhere arrives signed in, a form posted from elsewhere does not. */
export const sessionCookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: isSecure(),
  ...(cookieDomain() ? { domain: cookieDomain() } : {}),
});

/** The session token in a Cookie header, or null when there is none that we could have made. */
export function readSessionToken(cookieHeader: string | null | undefined): string | null {
  if (!cookieHeader) return null;
  const name = sessionCookieName();
  for (const part of cookieHeader.split(";")) {
    const equals = part.indexOf("=");
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    const value = part.slice(equals + 1).trim();
    if (looksLikeToken(value)) return value;
  }
  return null;
}
