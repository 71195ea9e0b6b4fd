import { expect, test } from "vitest";
import { loggedPath } from "./logged-path";

test.each([
  ["/en/reset-password/N0tForTheL0g", "/en/reset-password/…"],
  ["/zh/verify-email/N0tForTheL0g/", "/zh/verify-email/…"],
  ["/api/unsubscribe/id.N0tForTheL0g", "/api/unsubscribe/…"],
  ["/en/forgot-password", "/en/forgot-password"],
  ["/en/topics/tokenisation", "/en/topics/tokenisation"],
])("the log knows %s as %s", (path, expected) => {
  expect(loggedPath(path)).toBe(expected);
});
