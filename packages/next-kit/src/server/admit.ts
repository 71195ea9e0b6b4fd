import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { DomainError } from "@tidao/kernel";
import { contentSecurityPolicy, securityHeaders } from "../headers";
import { peerAddress } from "./peer-address";
import { isSameOrigin } from "./same-origin";
import type { Settings } from "./settings";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Bodies that a page of ours may send; an upload has its own, larger door if there ever is one. */
export const MAX_BODY_BYTES = 2_000_000;

export interface Admission {
  id: string;
  peer: string;
  nonce: string;
  pathname: string;
  /** Why the request goes no further; the answer's headers are complete all the same. */
  refusal?: DomainError;
}

/**
 * The first thing that happens to every request: it gets its id, nonce and peer, the answer gets its headers, and
 * what no later part may believe is removed. Order matters: a refusal carries the security headers too.
 */
export function admit(request: IncomingMessage, response: ServerResponse, settings: Settings): Admission {
  const { headers } = request;
  const given = headers["x-request-id"];
  const id = typeof given === "string" && uuid.test(given) ? given.toLowerCase() : randomUUID();
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy({ nonce, development: settings.development, secure: settings.secure });
  const peer = peerAddress(request.socket.remoteAddress, headers["x-forwarded-for"], settings.trustedProxyHops);

  headers["x-request-id"] = id;
  headers["x-tidao-peer"] = peer;
  // Next takes the nonce for its scripts from the request's policy
  headers["content-security-policy"] = policy;
  delete headers["content-security-policy-report-only"];
  if (settings.trustedProxyHops === 0) {
    for (const name of ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded"])
      delete headers[name];
  }

  response.setHeader("x-request-id", id);
  response.setHeader("content-security-policy", policy);
  for (const [name, value] of Object.entries(securityHeaders(settings))) response.setHeader(name, value);

  const pathname = (request.url ?? "/").split("?", 1)[0] ?? "/";
  return { id, peer, nonce, pathname, refusal: refusal(request, settings) };
}

function refusal({ method, headers }: IncomingMessage, settings: Settings): DomainError | undefined {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return undefined;
  if (!isSameOrigin(headers, settings.publicOrigin)) return new DomainError("CROSS_ORIGIN");
  // every browser states the length of what we send; a body without one could grow for ever
  if (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > MAX_BODY_BYTES)
    return new DomainError("INPUT_INVALID", { field: "body" });
  return undefined;
}
