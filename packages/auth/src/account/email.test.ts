import { expect, test } from "vitest";
import { normaliseEmail } from "./email";

test.each([
  ["  Ada@Example.COM ", "ada@example.com"],
  ["小明@例子.中国", "小明@xn--fsqu00a.xn--fiqs8s"],
  ["小明@xn--fsqu00a.xn--fiqs8s", "小明@xn--fsqu00a.xn--fiqs8s"],
  ["a.b+tag@sub.example.org", "a.b+tag@sub.example.org"],
  ["ａｄａ@example.com", "ada@example.com"],
])("%s is the mailbox %s", (typed, mailbox) => {
  expect(normaliseEmail(typed)).toBe(mailbox);
});

test.each([
  "",
  "ada",
  "@example.com",
  "ada@",
  "ada@localhost",
  "a b@example.com",
  "ada@exa mple.com",
  'a"b@example.com',
  "a\0b@example.com",
  `${"a".repeat(65)}@example.com`,
])("%s is no address", (typed) => {
  expect(() => normaliseEmail(typed)).toThrow(
    expect.objectContaining({ code: "INPUT_INVALID", params: { field: "email" } }),
  );
});
