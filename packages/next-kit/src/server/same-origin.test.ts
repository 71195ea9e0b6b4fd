import type { IncomingHttpHeaders } from "node:http";
import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin";

const cookie = "tidao.session=x";
const cases: [string, IncomingHttpHeaders, boolean][] = [
  ["our own page", { host: "localhost:3000", origin: "http://localhost:3000", cookie }, true],
  [
    "our own page under the address of the machine",
    { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000", cookie },
    true,
  ],
  [
    "a page behind a proxy that writes its own Host",
    { host: "web:3000", origin: "https://learn.example.org", cookie },
    true,
  ],
  ["another site", { host: "localhost:3000", origin: "https://evil.example", cookie }, false],
  ["another site without cookies", { host: "localhost:3000", origin: "https://evil.example" }, false],
  ["the other app, on another port", { host: "localhost:3000", origin: "http://localhost:3001", cookie }, false],
  [
    "a name that begins like ours",
    { host: "localhost:3000", origin: "http://localhost:3000.evil.example", cookie },
    false,
  ],
  ["a sandboxed frame", { host: "localhost:3000", origin: "null", cookie }, false],
  [
    "a browser that hides Origin and says same-origin",
    { host: "localhost:3000", "sec-fetch-site": "same-origin", cookie },
    true,
  ],
  [
    "a browser that hides Origin and says cross-site",
    { host: "localhost:3000", "sec-fetch-site": "cross-site" },
    false,
  ],
  ["a sibling domain", { host: "localhost:3000", "sec-fetch-site": "same-site", cookie }, false],
  [
    "an address typed by hand, which sends no POST",
    { host: "localhost:3000", "sec-fetch-site": "none", cookie },
    false,
  ],
  ["a program with somebody's cookies", { host: "localhost:3000", cookie }, false],
  ["a program of its own", { host: "localhost:3000" }, true],
];
test.each(cases)("%s", (_, headers, allowed) => {
  const publicOrigin = headers.host === "web:3000" ? "https://learn.example.org" : "http://localhost:3000";
  expect(isSameOrigin(headers, publicOrigin)).toBe(allowed);
});

test("on an https site a page that came over http is another origin", () => {
  const headers = { host: "learn.example.org", origin: "http://learn.example.org", cookie };
  expect(isSameOrigin(headers, "https://learn.example.org")).toBe(false);
});
