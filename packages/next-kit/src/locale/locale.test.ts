import { describe, expect, test } from "vitest";
import { chooseLocale, choiceToRemember, inLanguage, localeOfPath, localeRedirect, safeReturnPath } from "./index";

describe("the language of a first visit", () => {
  test.each([
    ["what was chosen before", "a=1; tidao.locale=en; b=2", "zh-CN", "en"],
    ["a cookie that says neither", "tidao.locale=fr", "zh", "zh"],
    ["the browser's first", undefined, "zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["the browser's first, in English", undefined, "en-GB,en;q=0.9,zh;q=0.8", "en"],
    ["weights rather than order", undefined, "en;q=0.5, zh;q=0.9", "zh"],
    ["the first that we have", undefined, "fr-FR, de;q=0.9, zh-TW;q=0.3", "zh"],
    ["a language that is refused does not count", undefined, "zh;q=0, fr", "en"],
    ["English for who reads neither", undefined, "fr-FR,fr;q=0.9", "en"],
    ["Chinese for who says nothing", undefined, undefined, "zh"],
    ["Chinese for whom anything will do", undefined, "*", "zh"],
  ])("%s", (_, cookie, accept, locale) => {
    expect(chooseLocale(cookie, accept)).toBe(locale);
  });
});

describe("an address without a language", () => {
  const headers = { "accept-language": "en" };
  test.each([
    ["/", "/en"],
    ["/?a=1", "/en?a=1"],
    ["/topics/tokenisation?from=mail#x", "/en/topics/tokenisation?from=mail#x"],
    ["/fr/topics", "/en/topics"],
    ["/zh-CN/topics", "/zh/topics"],
    ["/ZH", "/zh"],
    ["/zhx", "/en/zhx"],
    ["//evil.example/x", "/en//evil.example/x"],
    ["/sign-in?error=OAuthCallback", "/en/sign-in?error=OAuthCallback"],
  ])("%s goes to %s", (url, target) => {
    expect(localeRedirect(url, headers)).toBe(target);
  });
  test.each(["/zh", "/en/topics", "/_next/static/x.js", "/api/health", "/api/trpc/a.b", "/icon.svg", "/robots.txt"])(
    "%s stays",
    (url) => {
      expect(localeRedirect(url, headers)).toBeNull();
    },
  );
});

test("a path's language is its first part and nothing like it", () => {
  expect(["/zh", "/en/x", "/zhx", "/", "/x/zh"].map(localeOfPath)).toEqual([
    "zh",
    "en",
    undefined,
    undefined,
    undefined,
  ]);
});

describe("a choice of language is remembered", () => {
  const followed = { "sec-fetch-site": "same-origin", "sec-fetch-dest": "document" };
  test("when the switch on our page was followed", () => {
    expect(choiceToRemember("en", { ...followed, cookie: "tidao.locale=zh" })).toMatch(
      /^tidao\.locale=en; Path=\/; Max-Age=31536000/,
    );
  });
  test.each([
    ["not when it is the one remembered", "en", { ...followed, cookie: "tidao.locale=en" }],
    ["not when a link from elsewhere led here", "en", { ...followed, "sec-fetch-site": "cross-site" }],
    ["not when a part of a page was loaded", "en", { ...followed, "sec-fetch-dest": "empty" }],
    ["not when there is none in the path", undefined, followed],
  ] as const)("%s", (_, path, headers) => {
    expect(choiceToRemember(path, headers)).toBeNull();
  });
});

describe("after signing in one goes back", () => {
  test.each(["/zh/topics/tokenisation?tab=2#top", "/en", "/zh/sign-ins"])("to %s", (path) => {
    expect(safeReturnPath(path, "/zh")).toBe(path);
  });
  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\\/evil.example",
    "javascript:alert(1)",
    "/zh/../..//evil.example",
    "",
    undefined,
    ["/zh", "/en"],
    "/api/auth/signout",
    "/zh/sign-in?next=/zh/sign-in",
    `/${"a".repeat(3000)}`,
  ])("but never to %j", (path) => {
    expect(safeReturnPath(path, "/zh")).toBe("/zh");
  });
});

test("whoever changed the language at the door goes on in the one they chose, on the same page", () => {
  const there = ["/zh", "/zh/practice?topic=rag#top", "/zh?due=1", "/zhx/topics", "/zh/join/zh"];
  expect(there.map((path) => inLanguage(path, "en"))).toEqual([
    "/en",
    "/en/practice?topic=rag#top",
    "/en?due=1",
    "/zhx/topics",
    "/en/join/zh",
  ]);
});
