import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { authRoute } from "./next";
import { actorFromCookie } from "./session/actor-from-cookie";
import { createSessionFor, createUser } from "./testing";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

let person = 0;
const somebody = () => ({
  email: `person-${++person}@example.com`,
  password: "tulip-under-stairs",
  name: "Ada",
  locale: "en",
  zone: "Europe/London",
});

async function signUp(body: unknown, { peer = `198.51.100.${person % 250}`, cookie = "" } = {}) {
  const reported: unknown[] = [];
  const route = authRoute({
    signUp: true,
    about: () => ({ peer, locale: "en", report: (error) => reported.push(error) }),
  });
  const request = new Request("http://localhost/api/auth/sign-up", {
    method: "POST",
    headers: { "content-type": "application/json", "user-agent": "Test Browser", cookie },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const response = await route.POST(request, { params: Promise.resolve({ nextauth: ["sign-up"] }) });
  const setCookie = response.headers.get("set-cookie");
  return { status: response.status, body: (await response.json()) as unknown, setCookie, reported };
}

describe("signing up in a browser", () => {
  test("makes the account and leaves the browser signed in, by a cookie that no script reads", async () => {
    const { status, setCookie } = await signUp(somebody());
    expect(status).toBe(201);
    expect(setCookie).toMatch(/^tidao\.session=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/);
    expect(await actorFromCookie(setCookie?.split(";")[0])).toMatchObject({
      kind: "user",
      name: "Ada",
      zone: "Europe/London",
    });
  });
  test("ends the session that the browser had before", async () => {
    const before = `tidao.session=${await createSessionFor((await createUser()).id)}`;
    await signUp(somebody(), { cookie: before });
    expect((await actorFromCookie(before)).kind).toBe("anonymous");
  });
  test.each([
    [
      "an address that is taken",
      async () => ({ ...somebody(), email: (await createUser()).email }),
      409,
      "EMAIL_TAKEN",
    ],
    ["a weak password", async () => ({ ...somebody(), password: "password123" }), 400, "PASSWORD_TOO_WEAK"],
    ["a field of the wrong kind", async () => ({ ...somebody(), name: 7 }), 400, "INPUT_INVALID"],
    ["a name that no database can hold", async () => ({ ...somebody(), name: "A\0da" }), 400, "INPUT_INVALID"],
    [
      "an address that no database can hold",
      async () => ({ ...somebody(), email: "a\0da@example.com" }),
      400,
      "INPUT_INVALID",
    ],
    ["another language than ours", async () => ({ ...somebody(), locale: "fr" }), 400, "INPUT_INVALID"],
    ["what is no JSON", async () => "name=Ada", 400, "INPUT_INVALID"],
  ])("with %s is answered with a code, no cookie and no line of fault in the log", async (_, body, status, code) => {
    const answer = await signUp(await body());
    expect(answer).toMatchObject({ status, body: { code }, setCookie: null, reported: [] });
  });
  test("a hundred and fifty times an hour from one address is a lecture hall, more is refused", async () => {
    await pool.query("insert into rate_limit (key, points, expire) values ('signUp:192.0.2.9', 149, $1)", [
      Date.now() + 60_000,
    ]);
    expect((await signUp(somebody(), { peer: "192.0.2.9" })).status).toBe(201);
    expect(await signUp(somebody(), { peer: "192.0.2.9" })).toMatchObject({
      status: 429,
      body: { code: "TOO_MANY_REQUESTS", params: { seconds: expect.any(Number) } },
    });
  });
});
