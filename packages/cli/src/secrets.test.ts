import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSecrets } from "./secrets";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tidao-secrets-"));
  path = join(folder, "data/secrets.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("are made at the first start, kept at the next, and readable by their owner only", () => {
  const first = readSecrets(path);
  expect(readSecrets(path)).toEqual(first);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, "data"))).toEqual(["secrets.json"]);
  const { demoPassword, ...others } = first;
  expect(demoPassword).toHaveLength(12);
  expect(Object.values(others).every((secret) => secret.length >= 43)).toBe(true);
});

it("are never the same on two machines", () => {
  const here = Object.values(readSecrets(path));
  const there = Object.values(readSecrets(join(folder, "other/secrets.json")));
  expect(new Set([...here, ...there]).size).toBe(here.length + there.length);
});

it("a file that others could read is closed", () => {
  readSecrets(path);
  chmodSync(path, 0o644);
  readSecrets(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it("a file of an older version keeps what it has and gains what it lacks", () => {
  const { nextauthSecret: _, ...older } = readSecrets(path);
  writeFileSync(path, JSON.stringify(older));
  expect(readSecrets(path)).toMatchObject(older);
  expect(JSON.parse(readFileSync(path, "utf8"))).toHaveProperty("nextauthSecret");
});

it("a broken file is named, not overwritten", () => {
  readSecrets(path);
  writeFileSync(path, "{");
  expect(() => readSecrets(path)).toThrow(/secrets.json is not JSON/);
});
