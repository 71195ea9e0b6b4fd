import { afterEach, expect, test } from "vitest";
import { readSessionToken, sessionCookieName, sessionCookieOptions } from "./cookie";
import { newSessionToken } from "./token";

afterEach(() => {
  delete process.env.WEB_URL;
  delete process.env.COOKIE_DOMAIN;
});

test("on https the cookie is secure by name and by attribute, and a plain one set from http is not believed", () => {
  const token = newSessionToken();
  expect(readSessionToken(`tidao.session=${token}`)).toBe(token);
  process.env.WEB_URL = "https://learn.example.org";
  expect(sessionCookieName()).toBe("__Secure-tidao.session");
  expect(sessionCookieOptions()).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
  expect(readSessionToken(`tidao.session=${token}`)).toBeNull();
  expect(readSessionToken(`a=b; __Secure-tidao.session=${token}`)).toBe(token);
});

test("both apps share it when they are told their common domain", () => {
  process.env.COOKIE_DOMAIN = ".example.org";
  expect(sessionCookieOptions()).toMatchObject({ domain: ".example.org" });
});

test("two tokens are never alike, and neither is shorter than 256 bits", () => {
  const tokens = new Set(Array.from({ length: 100 }, newSessionToken));
  expect(tokens.size).toBe(100);
  for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
});
