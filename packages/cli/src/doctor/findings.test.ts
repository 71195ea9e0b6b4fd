import { describe, expect, it } from "vitest";
import { type Facts, findings, report } from "./findings";

const well: Facts = {
  nodeVersion: "v24.21.0",
  npmVersion: "11.19.1",
  freeBytes: 50e9,
  ports: [
    { port: 3000, variable: "WEB_PORT", taken: false, holder: null },
    { port: 3001, variable: "ADMIN_PORT", taken: false, holder: null },
  ],
  isProductRunning: false,
  postgres: { kind: "own", way: "namespace", namespaces: true },
  database: { kind: "reached", version: 180_004, pending: [] },
  secretsMode: 0o100600,
  chromium: "/usr/bin/chromium",
  hasChineseFont: true,
};

const problemsOf = (facts: Partial<Facts>) =>
  findings({ ...well, ...facts })
    .filter(({ state }) => state === "problem")
    .map(({ name, mend }) => [name, mend]);

describe("the doctor", () => {
  it("finds nothing on a machine that is well", () => {
    expect(problemsOf({})).toEqual([]);
    expect(report(findings(well))).toMatch(/Nothing is wrong\.$/);
  });

  it.each<[string, Partial<Facts>, string, string]>([
    ["an old Node", { nodeVersion: "v20.20.2" }, "Node", "npx pnpm@12.21.0 install"],
    ["no npm", { npmVersion: null }, "npm", "apt-get install -y npm"],
    ["a full disk", { freeBytes: 1e9 }, "disk", "npm cache clean --force"],
    [
      "a taken port",
      { ports: [{ port: 3001, variable: "ADMIN_PORT", taken: true, holder: "process 4711 (nginx)" }] },
      "port 3001",
      "stop that program, or: ADMIN_PORT=3101 npm start",
    ],
    [
      "no PostgreSQL for this machine",
      { postgres: { kind: "impossible", reason: "no package for sunos" } },
      "PostgreSQL",
      "npx pnpm@12.21.0 install, or set DATABASE_URL to a PostgreSQL 18 of your own",
    ],
    [
      "a database that is not there",
      {
        postgres: { kind: "given", address: "postgres://db/x" },
        database: { kind: "unreachable", reason: "ENOTFOUND" },
      },
      "database",
      "check DATABASE_URL, or: unset DATABASE_URL",
    ],
    [
      "an old PostgreSQL",
      { database: { kind: "reached", version: 160_003, pending: [] } },
      "database",
      "unset DATABASE_URL",
    ],
    ["secrets that others can read", { secretsMode: 0o100644 }, "secrets", "chmod 600 .data/secrets.json"],
    ["no browser", { chromium: null }, "Chromium", "apt-get update && apt-get install -y chromium-headless-shell"],
    [
      "no Chinese font",
      { hasChineseFont: false },
      "Chinese font",
      "apt-get update && apt-get install -y fonts-noto-cjk",
    ],
  ])("names %s and the command that mends it", (_, facts, name, mend) => {
    expect(problemsOf(facts)).toEqual([[name, mend]]);
    expect(report(findings({ ...well, ...facts }))).toMatch(/1 to mend\.$/);
  });

  it("takes what the next start does by itself for no problem", () => {
    expect(problemsOf({ secretsMode: null, database: { kind: "not created" } })).toEqual([]);
    expect(problemsOf({ database: { kind: "stopped" } })).toEqual([]);
    expect(problemsOf({ database: { kind: "reached", version: 180_004, pending: ["2_more"] } })).toEqual([]);
  });

  it("takes ports that the running product itself holds for no problem", () => {
    const ports = [{ port: 3000, variable: "WEB_PORT", taken: true, holder: "process 1 (node)" }];
    expect(problemsOf({ ports, isProductRunning: true })).toEqual([]);
  });
});
