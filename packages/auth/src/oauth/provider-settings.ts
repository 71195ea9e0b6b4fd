/**
 * Providers appear when their variable is set:
 * - AUTH_GITHUB, AUTH_GOOGLE: `<client id>:<client secret>`
 * - AUTH_OIDC: `https://<client id>:<client secret>@<issuer>#<name on the button>`, each part percent-encoded
 */
export interface Client {
  clientId: string;
  clientSecret: string;
}
export interface ProviderSettings {
  github?: Client;
  google?: Client;
  oidc?: Client & { issuer: string; name: string };
}

export function readProviderSettings(environment: NodeJS.ProcessEnv = process.env): ProviderSettings {
  const { AUTH_GITHUB, AUTH_GOOGLE, AUTH_OIDC } = environment;
  return {
    ...(AUTH_GITHUB ? { github: pair("AUTH_GITHUB", AUTH_GITHUB) } : {}),
    ...(AUTH_GOOGLE ? { google: pair("AUTH_GOOGLE", AUTH_GOOGLE) } : {}),
    ...(AUTH_OIDC ? { oidc: issuer(AUTH_OIDC) } : {}),
  };
}

// the messages name the variable and never its value: they end in a log
function pair(name: string, value: string): Client {
  const colon = value.indexOf(":");
  if (colon < 1 || colon === value.length - 1) throw new Error(`${name} must be <client id>:<client secret>`);
  return { clientId: value.slice(0, colon), clientSecret: value.slice(colon + 1) };
}

function issuer(value: string): NonNullable<ProviderSettings["oidc"]> {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url?.username || !url.password)
    throw new Error("AUTH_OIDC must be https://<client id>:<client secret>@<issuer>#<name>");
  return {
    clientId: decodeURIComponent(url.username),
    clientSecret: decodeURIComponent(url.password),
    issuer: `${url.origin}${url.pathname}`.replace(/\/$/, ""),
    name: decodeURIComponent(url.hash.slice(1)) || url.hostname,
  };
}

/** For the buttons of the sign-in page. */
export const listProviders = (environment?: NodeJS.ProcessEnv): { id: string; name: string }[] => {
  const { github, google, oidc } = readProviderSettings(environment);
  return [
    ...(github ? [{ id: "github", name: "GitHub" }] : []),
    ...(google ? [{ id: "google", name: "Google" }] : []),
    ...(oidc ? [{ id: "oidc", name: oidc.name }] : []),
  ];
};
