import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { productProcesses } from "./processes";

const settings = {
  mode: "production" as const,
  buildFolder: ".next" as const,
  host: "127.0.0.1",
  webPort: 3100,
  adminPort: 3101,
  databaseUrl: "postgres://tidao_app:pw@127.0.0.1:5433/tidao",
  nextauthSecret: "secret",
  base: {
    PATH: "/bin",
    DATABASE_URL: "postgres://owner@db/x",
    DATABASE_OWNER_URL: "postgres://owner@db/x",
    LANG: "zh_CN.UTF-8",
  },
};
const named = (name: string, more = {}) =>
  productProcesses({ ...settings, ...more }).find((child) => child.name === name)!;

describe("what the product's processes are given", () => {
  it("is the application's database and never the owner's", () => {
    for (const { env } of productProcesses(settings)) {
      expect(env["DATABASE_URL"]).toBe(settings.databaseUrl);
      expect(JSON.stringify(env)).not.toContain("owner@");
    }
  });

  it("is watched in development only, in folders that there are", () => {
    const watched = (mode: "production" | "development") =>
      named("web", { mode }).args.flatMap((arg) => /^--watch-path=(.*)/.exec(arg)?.[1] ?? []);
    expect(watched("production")).toEqual([]);
    expect(watched("development").length).toBeGreaterThan(0);
    for (const folder of watched("development")) expect(existsSync(folder), folder).toBe(true);
  });

  it("is a port and an address of its own for each app, and both addresses for all", () => {
    expect(named("web").env).toMatchObject({ PORT: "3100", HOST: "127.0.0.1", NEXTAUTH_URL: "http://localhost:3100" });
    expect(named("admin").env).toMatchObject({ PORT: "3101", NEXTAUTH_URL: "http://localhost:3101" });
    for (const { env } of productProcesses(settings)) {
      expect(env).toMatchObject({ WEB_URL: "http://localhost:3100", ADMIN_URL: "http://localhost:3101" });
    }
  });

  it("is the public address behind a proxy, where one was named", () => {
    const base = { ...settings.base, WEB_URL: "https://learn.example.org" };
    expect(named("web", { base }).env["NEXTAUTH_URL"]).toBe("https://learn.example.org");
    expect(named("admin", { base }).env).toMatchObject({
      NEXTAUTH_URL: "http://localhost:3101",
      WEB_URL: "https://learn.example.org",
    });
  });

  it("keeps what the person set for the whole machine", () => {
    expect(named("worker").env).toMatchObject({
      LANG: "zh_CN.UTF-8",
      NODE_ENV: "production",
      NEXTAUTH_SECRET: "secret",
    });
  });
});
