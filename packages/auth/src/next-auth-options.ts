import { isDomainError, type Locale } from "@tidao/kernel";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { verifySignIn } from "./account/sign-in";
import { isDatabaseAway } from "./database-health.repo";
import { authSecret, isSecure } from "./environment";
import { oauthProviders } from "./oauth/providers";
import { LinkRefused, resolveIdentity } from "./oauth/resolve-identity";
import { problemText } from "./problem-text";
import { SESSION_SECONDS, sessionCookieName, sessionCookieOptions } from "./session/cookie";
import { findSessionOwner, openSession, revokeToken } from "./session/session.repo";

export interface SignInRequest {
  peer: string;
  userAgent: string | null;
  locale: Locale;
  /** The session that this browser has now; a new one takes its place. */
  currentToken: string | null;
  report(error: unknown): void;
}

/**
 * next-auth does the protocols (CSRF, OAuth, cookies); what it calls a JWT is our session's token: `encode` hands out the
 * random token made at sign-in and `decode` looks its row up. Nothing is signed, nothing can be read from the cookie.
 */
export function authOptions(request: SignInRequest): NextAuthOptions {
  let signedIn: string | undefined;
  return {
    secret: authSecret(),
    useSecureCookies: isSecure(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: async (typed) => {
          const { email = "", password = "" } = typed ?? {};
          signedIn = await tellable(request, () => verifySignIn({ email, password, peer: request.peer }));
          return { id: signedIn };
        },
      }),
      ...oauthProviders(),
    ],
    jwt: {
      encode: async ({ token }) => tokenIn(token),
      decode: async ({ token }) => {
        const owner = token ? await findSessionOwner(token) : null;
        return owner === null ? null : { sub: owner, sessionToken: token };
      },
    },
    callbacks: {
      signIn: async ({ user, account }) => {
        if (account?.type !== "oauth") return signedIn !== undefined;
        const { provider, providerAccountId } = account;
        const { email, addressVerified = false, name } = user;
        signedIn = await tellable(request, () =>
          resolveIdentity({ provider, providerAccountId, email, emailVerified: addressVerified, name }, request.locale),
        );
        return true;
      },
      jwt: async ({ token }) => {
        if (signedIn === undefined) return token;
        const sessionToken = await openSession(signedIn, request.userAgent);
        if (request.currentToken) await revokeToken(request.currentToken);
        signedIn = undefined;
        return { sessionToken };
      },
      // only that there is a session: who it is, pages learn from the server
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        url.startsWith("/") || new URL(url).origin === baseUrl ? new URL(url, baseUrl).href : baseUrl,
    },
    events: {
      signOut: async ({ token }) => {
        await revokeToken(tokenIn(token));
      },
    },
    logger: {
      error: (code, about) =>
        request.report(new Error(`next-auth: ${code}`, { cause: about instanceof Error ? about : about.error })),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** Our token inside what next-auth takes for a JWT's payload. */
const tokenIn = (payload: Record<string, unknown> | undefined): string =>
  typeof payload?.["sessionToken"] === "string" ? payload["sessionToken"] : "";

/** Runs a sign-in and turns its failure into a text that next-auth may show: a code, or UNEXPECTED and a line in the log. */
async function tellable<T>(request: SignInRequest, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDomainError(error)) throw new Error(problemText(error.code, error.params));
    if (error instanceof LinkRefused) throw new Error(error.code);
    request.report(error);
    throw new Error(isDatabaseAway(error) ? "DATABASE_UNAVAILABLE" : "UNEXPECTED");
  }
}
