import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { type BrotliOptions, constants } from "node:zlib";
import { actorFromCookie } from "@tidao/auth";
import type { Actor } from "@tidao/access";
import type { DomainError } from "@tidao/kernel";
import type { Logger } from "pino";
import { isLocale, type Locale } from "@tidao/kernel";
import { chooseLocale, choiceToRemember, localeOfPath, localeRedirect } from "../locale";
import { type RequestScope, requestStorage } from "../request-scope";
import { fillPlaces } from "../sent-once/fill-places";
import { admit, type Admission } from "./admit";
import { gatherWrites } from "./gather-writes";
import { loggedPath } from "./logged-path";
import { pagePath } from "./page-path";
import type { Settings } from "./settings";

export interface Parts {
  settings: Settings;
  log: Logger;
  /** Next's own handler. */
  pages: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
  /** tRPC, mounted in front of Next: a call costs half of what it costs through a route handler. */
  trpc: RequestListener;
  /** Makes the caller of the app's router for server components. */
  callerFor: (scope: RequestScope, actor: Actor) => unknown;
}

/** The whole way of a request up to Next or tRPC, and its line in the log. */
export function requestHandler(parts: Parts): (request: IncomingMessage, response: ServerResponse) => void {
  const { settings, log } = parts;
  return (request, response) => {
    const began = performance.now();
    const admission = admit(request, response, settings);
    let actor: Promise<Actor> | undefined;
    let user: string | undefined;
    let caller: Promise<unknown> | undefined;
    const scope: RequestScope & Admission = {
      ...admission,
      locale: localeOfRequest(admission.pathname, request),
      path: pagePath(request.url ?? "/"),
      forRouter: request.headers["rsc"] !== undefined,
      sentOnce: new Map(),
      site: settings.site,
      actor: () =>
        (actor ??= actorFromCookie(request.headers.cookie).then((who) => {
          if (who.kind === "user") user = who.id;
          return who;
        })),
      caller: () => (caller ??= scope.actor().then((who) => parts.callerFor(scope, who))),
      report: (error, about) =>
        log.error({ id: admission.id, path: loggedPath(admission.pathname), user, ...about, err: error }, "fault"),
      refused: (fields) =>
        log.warn({ id: admission.id, path: loggedPath(admission.pathname), user, fields }, "refused"),
    };
    response.once("close", () => {
      const ms = Math.round((performance.now() - began) * 10) / 10;
      const { method } = request;
      // an answer that the client did not wait for has no status worth recording
      const status = response.writableFinished ? response.statusCode : 499;
      const line = { id: admission.id, method, path: loggedPath(admission.pathname), status, ms, user };
      // a page in development is made of fifty files that nobody asked about
      if (settings.development && line.path.startsWith("/_")) log.debug(line, "request");
      else log.info(line, "request");
    });
    requestStorage.run(scope, () => {
      dispatch(request, response, scope, parts).catch((error: unknown) => {
        scope.report(error, {});
        if (response.headersSent) response.destroy();
        else answer(response, 500, { code: "UNEXPECTED", params: { id: admission.id } });
      });
    });
  };
}

/** What pages and calls are asked by; Next would answer any other as if it were GET. */
const methods = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

interface CompressionOptions {
  brotli: BrotliOptions;
}
type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
// its published types bring Express along, whose requests and responses are Node's with more
const compression = createRequire(import.meta.url)("compression") as (options: CompressionOptions) => Middleware;
/**
 * A window of 256 KB, which holds any page: for the usual 4 MB brotli takes 8 MB a response, and where a dozen are under way
 * V8 collects all garbage over and over because of it.
 */
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_LGWIN]: 18 } } });

async function dispatch(
  request: IncomingMessage,
  response: ServerResponse,
  scope: RequestScope & Admission,
  parts: Parts,
) {
  const { pathname, refusal } = scope;
  if (refusal) return refuse(response, refusal);
  if (!methods.has(request.method ?? "")) {
    response.setHeader("allow", [...methods].join(", "));
    return answer(response, 405, { code: "INPUT_INVALID", params: { field: "method" } });
  }
  if (pathname.startsWith("/api/trpc/")) {
    response.setHeader("cache-control", "no-store");
    return parts.trpc(request, response);
  }
  if (request.method === "GET" || request.method === "HEAD") {
    const target = localeRedirect(request.url ?? "/", request.headers);
    if (target !== null) {
      response.writeHead(307, { location: target, vary: "cookie, accept-language", "cache-control": "no-store" }).end();
      return;
    }
    // Next answers what it cannot decode with a bare 500; to a reader it is a page that is not there
    if (!isDecodable(pathname)) request.url = `/${localeOfRequest(pathname, request)}/${encodeURIComponent(pathname)}`;
    const choice = choiceToRemember(localeOfPath(pathname), request.headers);
    if (choice) response.appendHeader("set-cookie", choice);
  }
  // from the socket to Next: each sees what the next one writes
  gatherWrites(response);
  compress(request, response, () => {});
  fillPlaces(response, scope);
  return parts.pages(request, response);
}

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

const refusalStatus = { CROSS_ORIGIN: 403, INPUT_INVALID: 413 } as const;

function refuse(response: ServerResponse, { code, params }: DomainError): void {
  // the body was not read: this connection cannot carry another request
  response.setHeader("connection", "close");
  answer(response, refusalStatus[code as keyof typeof refusalStatus] ?? 400, { code, params });
}

/** In tRPC's error shape, so that a client has one way to read failures. */
function answer(response: ServerResponse, status: number, data: { code: string; params: object }): void {
  const body = JSON.stringify({ error: { message: data.code, code: -32600, data: { ...data, httpStatus: status } } });
  response
    .writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" })
    .end(body);
}

/** A page's language is in its path; an API call says the language of its page. */
function localeOfRequest(pathname: string, { headers }: IncomingMessage): Locale {
  const said = headers["x-tidao-locale"];
  return localeOfPath(pathname) ?? (isLocale(said) ? said : chooseLocale(headers.cookie, headers["accept-language"]));
}
