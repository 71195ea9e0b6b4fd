import { AsyncLocalStorage } from "node:async_hooks";
import type { Actor } from "@tidao/access";
import type { Locale } from "@tidao/kernel";

/** What the server knows of the request in hand, shared by tRPC and the pages: who asks is looked up once. */
export interface RequestScope {
  id: string;
  peer: string;
  /** Language of the page, or of the page that asks. */
  locale: Locale;
  /** Path with query, as the browser shows it. */
  path: string;
  nonce: string;
  /** Whether Next's router asks for data to show in a page that stands already, instead of a browser for a page. */
  forRouter: boolean;
  /** HTML that server components left for client components of the same page, put in as the page leaves; see sent-once. */
  sentOnce: Map<string, string | Buffer>;
  /** Who is asking; one query, and only if somebody wants to know. */
  actor(): Promise<Actor>;
  /** Calls procedures of the app's router as this request's actor; typed by `@tidao/next-kit/caller`. */
  caller(): Promise<unknown>;
  /** Records a fault that nobody expected, with the request's id. */
  report(error: unknown, about: Record<string, unknown>): void;
  /** Records that what a page asks for itself was refused: an odd address, or a mistake of ours. */
  refused(fields: readonly string[]): void;
  site: Site;
}

/** Where the two apps are reached from outside. */
export interface Site {
  app: "web" | "admin";
  webUrl: string;
  adminUrl: string;
}

// Next's bundle and the launcher each load this file: they meet here
const key = Symbol.for("tidao.requestScope");
const holder = globalThis as unknown as { [key]?: AsyncLocalStorage<RequestScope> };
export const requestStorage: AsyncLocalStorage<RequestScope> = (holder[key] ??= new AsyncLocalStorage<RequestScope>());

export function requestScope(): RequestScope {
  const scope = requestStorage.getStore();
  if (!scope) throw new Error("not inside a request: pages are served by `serveApp` of @tidao/next-kit/server");
  return scope;
}
