import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "./index";

const directives = (policy: string): Record<string, string[]> =>
  Object.fromEntries(policy.split("; ").map((part) => [part.split(" ")[0], part.split(" ").slice(1)]));

describe("the content security policy", () => {
  const policy = directives(contentSecurityPolicy({ nonce: "abc", development: false, secure: false }));

  test("runs our files and what carries this answer's nonce, and nothing else", () => {
    expect(policy["script-src"]).toEqual(["'self'", "'nonce-abc'"]);
    expect(policy["default-src"]).toEqual(["'none'"]);
    expect(policy["object-src"]).toEqual(["'none'"]);
    expect(policy["base-uri"]).toEqual(["'none'"]);
  });
  test("lets nobody frame a page, and no form leave for elsewhere", () => {
    expect(policy["frame-ancestors"]).toEqual(["'none'"]);
    expect(policy["form-action"]).toEqual(["'self'"]);
  });
  test("allows inline only for styles, and eval only to developers", () => {
    const inline = Object.entries(policy).filter(([, sources]) => sources.includes("'unsafe-inline'"));
    expect(inline.map(([name]) => name)).toEqual(["style-src"]);
    expect(JSON.stringify(policy)).not.toContain("unsafe-eval");
    expect(contentSecurityPolicy({ nonce: "abc", development: true, secure: false })).toContain("'unsafe-eval'");
  });
  test("moves to https only a site that has it", () => {
    expect(policy).not.toHaveProperty("upgrade-insecure-requests");
    expect(contentSecurityPolicy({ nonce: "abc", development: false, secure: true })).toContain(
      "upgrade-insecure-requests",
    );
  });
});

test("every answer forbids sniffing, keeps addresses to itself and is alone in its window", () => {
  expect(securityHeaders({ secure: false })).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
  });
  expect(securityHeaders({ secure: false })["permissions-policy"]).toMatch(/camera=\(\).*microphone=\(\)/);
});

test("only an https site asks browsers to remember that it is one", () => {
  expect(securityHeaders({ secure: false })).not.toHaveProperty("strict-transport-security");
  expect(securityHeaders({ secure: true })["strict-transport-security"]).toMatch(/^max-age=31536000/);
});
