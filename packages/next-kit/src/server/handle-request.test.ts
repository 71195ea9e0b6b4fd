import { createServer, request as send, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync } from "node:zlib";
import { DomainError } from "@tidao/kernel";
import type { Context } from "@tidao/api/server";
import { initTRPC, TRPCError } from "@trpc/server";
import { pino } from "pino";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { requestScope } from "../request-scope";
import { placeFor } from "../sent-once/place";
import { requestHandler } from "./handle-request";
import { mountTrpc } from "./mount-trpc";
import { readSettings, type Settings } from "./settings";

const t = initTRPC.context<Context>().create();
const router = t.router({
  whoAsks: t.procedure.query(({ ctx }) => ({
    kind: ctx.actor.kind,
    peer: ctx.peer,
    locale: ctx.locale,
    requestId: ctx.requestId,
  })),
  slow: t.procedure.mutation(() => {
    throw new TRPCError({ code: "TOO_MANY_REQUESTS", cause: new DomainError("TOO_MANY_REQUESTS", { seconds: 7 }) });
  }),
  broken: t.procedure.query(() => {
    throw new Error("the pump is dry");
  }),
});

let server: Server;
let lines: Record<string, unknown>[];
let seen: IncomingHttpHeaders | undefined;
let seenUrl: string | undefined;

async function serve(change: Partial<Settings> = {}) {
  lines = [];
  seen = undefined;
  const log = pino(
    { level: "info" },
    { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const handler = requestHandler({
    settings: { ...readSettings("web", { NODE_ENV: "production" }), ...change },
    log,
    trpc: mountTrpc(router),
    callerFor: () => null,
    pages: (request, response) => {
      seen = { ...request.headers };
      seenUrl = request.url;
      if (request.url?.includes("broken")) throw new Error("the roof leaks");
      if (request.url?.includes("odd")) requestScope().refused(["page: too_small"]);
      if (request.url?.includes("long")) return longPage(response);
      response.end(JSON.stringify({ locale: requestScope().locale, path: requestScope().path }));
    },
  });
  server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}
/** A page in three pieces, as Next sends one. */
function longPage(response: ServerResponse) {
  const { nonce, sentOnce } = requestScope();
  sentOnce.set("lesson", Buffer.from("课".repeat(2000)));
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.flushHeaders();
  const page = Buffer.from(`<p>${placeFor(nonce, "lesson")}</p>`);
  response.write(page.subarray(0, 12));
  response.write(page.subarray(12));
  response.end();
}
beforeEach(() => serve());
afterEach(() => new Promise((resolve) => server.close(resolve)));

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** As it came. */
  body: Buffer;
}
function ask(
  path: string,
  { method = "GET", headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const outgoing = send({ port, host: "127.0.0.1", path, method, agent: false, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        const plain = response.headers["content-encoding"] === "br" ? brotliDecompressSync(body) : body;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: plain.toString(), body });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
const post = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };

describe("every answer", () => {
  test.each([
    ["a page", "/zh/topics", {}, 200],
    ["a redirect", "/topics", {}, 307],
    ["a tRPC call", "/api/trpc/whoAsks", {}, 200],
    ["an unknown procedure", "/api/trpc/nothing", {}, 404],
    ["a static file", "/_next/static/x.js", {}, 200],
    ["a refusal", "/api/trpc/slow", { ...post, headers: { ...post.headers, origin: "https://evil.example" } }, 403],
    ["a fault", "/zh/broken", {}, 500],
    ["a method that is not ours", "/zh", { method: "PUT" }, 405],
  ])("%s carries the policy, the other headers and its id", async (_, path, options, status) => {
    const answer = await ask(path, options);
    expect(answer.status).toBe(status);
    expect(answer.headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='/);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers["x-powered-by"]).toBeUndefined();
  });
  test("has a nonce of its own, which Next gets with the request and nobody outside can choose", async () => {
    const policies = new Set<unknown>();
    for (let i = 0; i < 5; i++) {
      const answer = await ask("/zh", { headers: { "content-security-policy": "script-src 'nonce-mine'" } });
      expect(seen?.["content-security-policy"]).toBe(answer.headers["content-security-policy"]);
      policies.add(answer.headers["content-security-policy"]);
    }
    expect(policies.size).toBe(5);
    expect([...policies].join()).not.toContain("nonce-mine");
  });
  test("keeps a request id that is one, and replaces anything else", async () => {
    const id = "0F9B6A58-3B0C-4B7E-9E57-1E6B7C6E8A11";
    expect((await ask("/zh", { headers: { "x-request-id": id } })).headers["x-request-id"]).toBe(id.toLowerCase());
    expect((await ask("/zh", { headers: { "x-request-id": "x\\n{forged}" } })).headers["x-request-id"]).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });
});

describe("who asks", () => {
  const whoAsks = async (headers: Record<string, string>) =>
    (JSON.parse((await ask("/api/trpc/whoAsks", { headers })).text) as { result: { data: Record<string, string> } })
      .result.data;

  test("is told by the socket: headers that claim another address reach nobody", async () => {
    const claims = { "x-tidao-peer": "6.6.6.6", "x-forwarded-for": "6.6.6.6", "x-forwarded-host": "evil.example" };
    expect(await whoAsks(claims)).toMatchObject({ kind: "anonymous", peer: "127.0.0.1" });
    await ask("/zh", { headers: claims });
    expect(seen).toMatchObject({ "x-tidao-peer": "127.0.0.1" });
    expect(seen).not.toHaveProperty("x-forwarded-for");
    expect(seen).not.toHaveProperty("x-forwarded-host");
  });
  test("is told by the proxy in front, where there is one", async () => {
    await new Promise((resolve) => server.close(resolve));
    await serve({ trustedProxyHops: 1 });
    expect(await whoAsks({ "x-forwarded-for": "6.6.6.6, 203.0.113.9" })).toMatchObject({ peer: "203.0.113.9" });
  });
  test("asks in the language of the page", async () => {
    expect(await whoAsks({ "x-tidao-locale": "en", "accept-language": "zh" })).toMatchObject({ locale: "en" });
    expect(await whoAsks({ cookie: "tidao.locale=en" })).toMatchObject({ locale: "en" });
  });
});

describe("while the database is away", () => {
  const cookie = `tidao.session=${"a".repeat(43)}`;
  beforeAll(() => {
    // nobody listens on port 1
    process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:1/none";
  });
  test("a call of somebody signed in is told to come back (503), which a client repeats; nobody is taken for signed out", async () => {
    const answer = await ask("/api/trpc/whoAsks", { headers: { cookie } });
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.text)).toMatchObject({
      error: { data: { httpStatus: 503 }, message: "DATABASE_UNAVAILABLE" },
    });
  });
  test("a call of somebody who is not signed in does not need it", async () => {
    expect((await ask("/api/trpc/whoAsks")).status).toBe(200);
  });
});

describe("what changes something", () => {
  test("is refused from another site with a code that pages have words for, before any work", async () => {
    const answer = await ask("/api/trpc/slow", {
      ...post,
      headers: { ...post.headers, origin: "https://evil.example" },
    });
    expect(JSON.parse(answer.text)).toMatchObject({ error: { data: { code: "CROSS_ORIGIN", httpStatus: 403 } } });
    expect((await ask("/zh/form", { method: "POST", headers: { cookie: "a=b" } })).status).toBe(403);
    expect(seen).toBeUndefined();
  });
  test("is refused when it is too large or hides its length", async () => {
    expect((await ask("/api/trpc/slow", { ...post, headers: { "content-length": "9000000" }, body: "" })).status).toBe(
      413,
    );
    expect(
      (await ask("/zh/form", { method: "POST", headers: { "transfer-encoding": "chunked" }, body: "x" })).status,
    ).toBe(413);
    expect(seen).toBeUndefined();
  });
  test("says when to come back", async () => {
    const answer = await ask("/api/trpc/slow", post);
    expect(answer.status).toBe(429);
    expect(answer.headers["retry-after"]).toBe("7");
  });
});

describe("the language", () => {
  test("is put into an address that has none, query kept, and the answer is kept by no cache", async () => {
    const answer = await ask("/topics?x=1", { headers: { "accept-language": "en" } });
    expect(answer.headers).toMatchObject({
      location: "/en/topics?x=1",
      vary: "cookie, accept-language",
      "cache-control": "no-store",
    });
  });
  test("of a page is known to it, and a choice is remembered", async () => {
    const headers = { "sec-fetch-site": "same-origin", "sec-fetch-dest": "document", cookie: "tidao.locale=zh" };
    const answer = await ask("/en/topics?x=1", { headers });
    expect(JSON.parse(answer.text)).toEqual({ locale: "en", path: "/en/topics?x=1" });
    expect(answer.headers["set-cookie"]?.[0]).toContain("tidao.locale=en");
  });
});

describe("an address that nobody can read", () => {
  test.each([
    ["/zh/%ff", "/zh/%2Fzh%2F%25ff"],
    ["/en/topics/%E0%A4%A?x=1", "/en/%2Fen%2Ftopics%2F%25E0%25A4%25A"],
    ["/none%.png", "/en/%2Fnone%25.png"],
  ])("%s is a page that is not there, not a fault", async (path, asked) => {
    const answer = await ask(path, { headers: { "accept-language": "en" } });
    expect(answer.status).toBe(200);
    expect(seenUrl).toBe(asked);
  });
});

describe("the log", () => {
  test("has no fault for what a stranger sends wrongly", async () => {
    expect(
      (await ask("/api/trpc/slow", { method: "POST", body: "x", headers: { "content-type": "text/x" } })).status,
    ).toBe(415);
    expect(
      (await ask("/api/trpc/whoAsks", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }))
        .status,
    ).toBe(405);
    expect((await ask("/api/trpc/whoAsks", { method: "TRACE" })).status).toBe(405);
    await expect.poll(() => lines).toHaveLength(3);
    expect(lines.map(({ msg }) => msg)).toEqual(["request", "request", "request"]);
  });
  test("has one line a request: who, what, how it ended, how long it took, and no query", async () => {
    const { headers } = await ask("/zh/topics?token=secret", { headers: { cookie: "tidao.session=secret" } });
    await expect.poll(() => lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      id: headers["x-request-id"],
      method: "GET",
      path: "/zh/topics",
      status: 200,
      ms: expect.any(Number),
    });
    expect(JSON.stringify(lines)).not.toContain("secret");
  });
  test("has a fault with the id that its reader was told, and the reader is told nothing else", async () => {
    const page = await ask("/zh/broken");
    const call = await ask("/api/trpc/broken");
    const faults = () => lines.filter(({ msg }) => msg === "fault");
    await expect.poll(faults).toHaveLength(2);
    expect(faults()[0]).toMatchObject({ id: page.headers["x-request-id"], err: { message: "the roof leaks" } });
    expect(faults()[1]).toMatchObject({
      id: call.headers["x-request-id"],
      procedure: "broken",
      err: { message: "the pump is dry" },
    });
    expect(page.text).toContain(page.headers["x-request-id"]);
    expect(page.text).not.toContain("roof");
  });
  test("has a line for what a page asked for itself and was refused, since the mistake may be ours", async () => {
    const { headers } = await ask("/zh/odd?page=secret");
    const line = lines.find(({ msg }) => msg === "refused");
    expect(line).toMatchObject({
      level: 40,
      id: headers["x-request-id"],
      path: "/zh/odd",
      fields: ["page: too_small"],
    });
    expect(lines.map(({ msg }) => msg)).not.toContain("fault");
  });
  test("has no fault for what a user can cause", async () => {
    await ask("/api/trpc/slow", post);
    await ask("/api/trpc/nothing");
    await expect.poll(() => lines).toHaveLength(2);
    expect(lines.filter(({ msg }) => msg === "fault")).toEqual([]);
  });
});

describe("a long page", () => {
  const whole = `<p>${"课".repeat(2000)}</p>`;
  test("has the HTML that was sent once in its place", async () => {
    const { text, headers } = await ask("/en/long");
    expect(text).toBe(whole);
    expect(headers["content-encoding"]).toBeUndefined();
  });
  test("is compressed for those who can read that, its places filled before", async () => {
    const { text, headers } = await ask("/en/long", { headers: { "accept-encoding": "gzip, br" } });
    expect(headers["content-encoding"]).toBe("br");
    expect(headers.vary).toContain("Accept-Encoding");
    expect(text).toBe(whole);
  });
  test("is compressed in a window of 256 KB: a larger one takes 8 MB of memory for each page that is under way", async () => {
    const { body } = await ask("/en/long", { headers: { "accept-encoding": "br" } });
    // RFC 7932, 9.1: a stream begins with the size of its window, 0011 is 18 bits, 1011 the usual 22
    expect((body[0] ?? 0) & 0b1111).toBe(0b0011);
  });
  test("has no encoding where only its head is asked for", async () => {
    const { text, headers } = await ask("/en/long", { method: "HEAD", headers: { "accept-encoding": "gzip, br" } });
    expect(text).toBe("");
    expect(headers["content-encoding"]).toBeUndefined();
  });
});
