import { expect, test } from "vitest";
import { readSettings } from "./settings";

test("without any variable each app serves this machine, and knows where the other one is", () => {
  const environment = { NODE_ENV: "production" } as const;
  expect(readSettings("web", environment)).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    secure: false,
    trustedProxyHops: 0,
    publicOrigin: "http://localhost:3000",
    site: { webUrl: "http://localhost:3000", adminUrl: "http://localhost:3001" },
  });
  expect(readSettings("admin", environment)).toMatchObject({ port: 3001, publicOrigin: "http://localhost:3001" });
});

test("an https address makes an app secure, whatever port it listens on", () => {
  const environment = {
    NODE_ENV: "production",
    PORT: "8080",
    WEB_URL: "https://learn.example.org/",
    ADMIN_URL: "https://desk.example.org",
  } as const;
  expect(readSettings("web", environment)).toMatchObject({
    port: 8080,
    secure: true,
    publicOrigin: "https://learn.example.org",
  });
});

test.each([
  ["PORT", "three thousand"],
  ["TRUSTED_PROXY_HOPS", "-1"],
  ["WEB_URL", "learn.example.org"],
])("%s written wrongly stops the start with its name", (name, value) => {
  expect(() => readSettings("web", { NODE_ENV: "production", [name]: value })).toThrow(name);
});
