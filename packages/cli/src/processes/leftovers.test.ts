import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { noteProcesses, stopLeftovers } from "./leftovers";
import { isAlive } from "./proc";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tidao-left-"));
  path = join(folder, "data/processes.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("what a killed run left behind is stopped by the next", async () => {
  const left = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
  noteProcesses(path, [{ name: "web", pid: left.pid! }]);
  expect(await stopLeftovers(path)).toBe(1);
  expect(isAlive(left.pid!)).toBe(false);
  expect(await stopLeftovers(path)).toBe(0);
});

it("a process that was given the number of one of ours since then is left alone", async () => {
  const stranger = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
  noteProcesses(path, []);
  writeFileSync(path, JSON.stringify([{ name: "web", pid: stranger.pid, startedAt: "1" }]));
  expect(await stopLeftovers(path)).toBe(0);
  expect(isAlive(stranger.pid!)).toBe(true);
  stranger.kill();
});

it("a note that was cut short is taken for none", async () => {
  noteProcesses(path, []);
  writeFileSync(path, '[{"name":');
  expect(await stopLeftovers(path)).toBe(0);
});
