import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a request that changes something comes from our own pages (OWASP CSRF Prevention, "verifying origin").
 * - An Origin header must name this host, or the app's public address; `null` never does.
 * - Without Origin, the browser's own Sec-Fetch-Site must say same-origin.
 * - Without both it is no current browser: allowed only when it carries no cookies, so that nobody's session is used.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicOrigin: string): boolean {
  const { origin, host } = headers;
  if (origin !== undefined) {
    if (origin === publicOrigin) return true;
    const scheme = publicOrigin.startsWith("https:") ? ["https:"] : ["http:", "https:"];
    return host !== undefined && scheme.some((s) => origin === `${s}//${host}`);
  }
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return headers.cookie === undefined;
}
