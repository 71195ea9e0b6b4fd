import type { Site } from "../request-scope";

/**
 * Variables that a server reads, all with defaults for one machine:
 * - PORT, HOST: where it listens (HOST: 127.0.0.1, which is nobody else's business)
 * - WEB_URL, ADMIN_URL: where browsers reach the two apps; an https address makes cookies secure and sends HSTS
 * - TRUSTED_PROXY_HOPS: how many proxies in front append to X-Forwarded-For (0)
 */
export interface Settings {
  port: number;
  host: string;
  site: Site;
  /** This app's own address from outside. */
  publicOrigin: string;
  secure: boolean;
  trustedProxyHops: number;
  development: boolean;
}

export function readSettings(app: Site["app"], environment: NodeJS.ProcessEnv = process.env): Settings {
  const port = integer(environment, "PORT", app === "web" ? 3000 : 3001);
  const own = `http://localhost:${port}`;
  const webUrl = originOf("WEB_URL", environment.WEB_URL || (app === "web" ? own : "http://localhost:3000"));
  const adminUrl = originOf("ADMIN_URL", environment.ADMIN_URL || (app === "admin" ? own : "http://localhost:3001"));
  const publicOrigin = app === "web" ? webUrl : adminUrl;
  return {
    port,
    host: environment.HOST || "127.0.0.1",
    site: { app, webUrl, adminUrl },
    publicOrigin,
    secure: publicOrigin.startsWith("https:"),
    trustedProxyHops: integer(environment, "TRUSTED_PROXY_HOPS", 0),
    development: environment.NODE_ENV === "development",
  };
}

function integer(environment: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = environment[name];
  if (!text) return otherwise;
  if (!/^\d{1,5}$/.test(text)) throw new Error(`${name} must be a whole number, it is "${text}"`);
  return Number(text);
}

function originOf(name: string, address: string): string {
  try {
    return new URL(address).origin;
  } catch {
    throw new Error(`${name} must be an address such as https://learn.example.org, it is "${address}"`);
  }
}
