import { expect, test } from "vitest";
import { listProviders, readProviderSettings } from "./provider-settings";

const none = { NODE_ENV: "test" } as const;

test("no provider appears unless its variable is set", () => {
  expect(listProviders(none)).toEqual([]);
  expect(listProviders({ ...none, AUTH_GITHUB: "", AUTH_OIDC: "" })).toEqual([]);
});

test("each provider appears by itself, an OIDC one under the name given to it", () => {
  expect(listProviders({ ...none, AUTH_GITHUB: "Iv1.abc:se:cret" })).toEqual([{ id: "github", name: "GitHub" }]);
  expect(
    readProviderSettings({
      ...none,
      AUTH_GITHUB: "Iv1.abc:se:cret",
      AUTH_OIDC: "https://tidao:p%40ss@login.example.edu/realms/all#%E5%AD%A6%E6%A0%A1",
    }),
  ).toEqual({
    github: { clientId: "Iv1.abc", clientSecret: "se:cret" },
    oidc: { clientId: "tidao", clientSecret: "p@ss", issuer: "https://login.example.edu/realms/all", name: "学校" },
  });
});

test.each([
  ["AUTH_GITHUB", "only-an-id"],
  ["AUTH_GOOGLE", "id:"],
  ["AUTH_OIDC", "https://login.example.edu"],
  ["AUTH_OIDC", "not an address"],
])("%s written wrongly is named, and its value is not", (name, value) => {
  let message = "";
  try {
    readProviderSettings({ ...none, [name]: value });
  } catch (error) {
    message = String(error);
  }
  expect(message).toContain(name);
  expect(message).not.toContain(value);
});
