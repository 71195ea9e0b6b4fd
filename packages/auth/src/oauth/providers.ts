import type { Provider } from "next-auth/providers/index";
import GitHub, { type GithubEmail, type GithubProfile } from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import { readProviderSettings } from "./provider-settings";

declare module "next-auth" {
  interface User {
    /** The provider says that it has verified the address. */
    addressVerified?: boolean;
  }
}

interface Claims {
  sub: string;
  name?: string;
  preferred_username?: string;
  email?: string;
  email_verified?: boolean;
}

const fromClaims = ({ sub, name, preferred_username: nickname, email, email_verified: verified }: Claims) => ({
  id: sub,
  name: name ?? nickname,
  email,
  addressVerified: verified === true,
});

/** Each provider reduced to what the linking rule asks: who, which address, and is it verified. */
export function oauthProviders(): Provider[] {
  const { github, google, oidc } = readProviderSettings();
  const providers: Provider[] = [];
  if (github)
    providers.push(
      GitHub({
        ...github,
        // /user shows an address without saying whether it is verified; /user/emails says
        userinfo: {
          url: "https://api.github.com/user",
          request: ({ tokens }) => githubProfile(tokens.access_token ?? ""),
        },
        profile: ({ id, name, login, email }: GithubProfile) => ({
          id: String(id),
          name: name ?? login,
          email,
          addressVerified: email !== null,
        }),
      }),
    );
  if (google) providers.push(Google({ ...google, profile: fromClaims }));
  if (oidc)
    providers.push({
      id: "oidc",
      name: oidc.name,
      type: "oauth",
      wellKnown: `${oidc.issuer}/.well-known/openid-configuration`,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      authorization: { params: { scope: "openid email profile" } },
      profile: fromClaims,
    });
  return providers;
}

async function githubProfile(token: string): Promise<Omit<GithubProfile, "name"> & { name?: string }> {
  const ask = async <T>(path: string): Promise<T> => {
    const response = await fetch(`https://api.github.com${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`GitHub answered ${response.status} for ${path}`);
    return (await response.json()) as T;
  };
  const [user, emails] = await Promise.all([ask<GithubProfile>("/user"), ask<GithubEmail[]>("/user/emails")]);
  return {
    ...user,
    name: user.name ?? undefined,
    email: emails.find(({ primary, verified }) => primary && verified)?.email ?? null,
  };
}
