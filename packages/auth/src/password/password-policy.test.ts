import { expect, test } from "vitest";
import { commonPasswords } from "./common-passwords";
import { PASSWORD_MIN, passwordWeakness } from "./password-policy";

const email = "xiaoming.li@example.com";

test.each([
  ["nine characters", "abcdefgh9", "short"],
  ["nine Chinese characters, whatever they weigh in bytes", "床前明月光疑是地上", "short"],
  ["a megabyte", "ab1!".repeat(300), "long"],
  ["the e-mail address", "XiaoMing.Li@Example.com", "email"],
  ["the name in the e-mail with a year behind it", "xiaoming.li2026", "email"],
  ["a password that heads every list", "Password123", "common"],
  ["what Chinese keyboards and hearts type", "woaini1314", "common"],
  ["two characters in turn", "ababababababab", "repeated"],
])("%s is refused", (_, password, reason) => {
  expect(passwordWeakness(password, email)).toBe(reason);
});

test.each(["tulip-under-stairs", "床前明月光疑是地上霜", "xk3 PQ!9 zz", "1!aAz".repeat(2)])(
  "%s is accepted",
  (password) => {
    expect(passwordWeakness(password, email)).toBeNull();
  },
);

test("the list of common passwords holds only what the other rules would let through, in the spelling that is compared", () => {
  expect(commonPasswords.size).toBeGreaterThan(50);
  for (const password of commonPasswords) {
    expect(password).toBe(password.toLowerCase());
    expect(password.length).toBeGreaterThanOrEqual(PASSWORD_MIN);
  }
});
