import { randomBytes } from "node:crypto";

/**
 * Every variable that this package reads, all optional:
 * - WEB_URL: where learners reach the product; https there makes the cookies secure
 * - COOKIE_DOMAIN: the parent domain of both apps when they have different hosts
 * - NEXTAUTH_SECRET: signs next-auth's own short-lived cookies (CSRF, OAuth state); needed when several processes serve one app
 * - AUTH_GITHUB, AUTH_GOOGLE, AUTH_OIDC: see oauth/provider-settings.ts
 */
export const isSecure = (): boolean => (process.env.WEB_URL ?? "").startsWith("https:");
export const cookieDomain = (): string | undefined => process.env.COOKIE_DOMAIN || undefined;

let ownSecret: string | undefined;
export const authSecret = (): string => process.env.NEXTAUTH_SECRET || (ownSecret ??= randomBytes(32).toString("hex"));
