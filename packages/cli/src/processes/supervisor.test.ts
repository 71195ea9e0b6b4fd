import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isAlive } from "./proc";
import { backOff, Supervisor } from "./supervisor";

let folder: string;
let lines: string[];
let running: { name: string; pid: number }[];
let supervisor: Supervisor;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tidao-supervisor-"));
  lines = [];
  running = [];
  supervisor = new Supervisor({
    logFolder: folder,
    onLine: (name, line) => lines.push(`[${name}] ${line}`),
    onChange: (now) => (running = now),
    patience: 300,
  });
});
afterEach(async () => {
  await supervisor.stop();
  rmSync(folder, { recursive: true });
});

const shell = (script: string) => ({ name: "web", command: "/bin/sh", args: ["-c", script], cwd: folder, env: {} });

async function until(condition: () => boolean) {
  for (let waited = 0; !condition(); waited += 10) {
    if (waited > 5000) throw new Error(`still not so; lines: ${lines.join(" | ")}`);
    await sleep(10);
  }
}

describe("the processes of the product", () => {
  it("have their name before each line, in the terminal, and their lines in a log", async () => {
    supervisor.start(shell("echo hello; sleep 60"));
    await until(() => lines.includes("[web] hello"));
    await supervisor.stop();
    expect(readFileSync(join(folder, "web.log"), "utf8")).toContain("hello\n");
  });

  it("are started again when they die, and the log says so", async () => {
    supervisor.start(shell("sleep 60"));
    await until(() => running.length === 1);
    const [first] = running;
    process.kill(first!.pid, "SIGKILL");
    await until(() => running.length === 1 && running[0]?.pid !== first!.pid);
    expect(lines).toContain("[web] ended (SIGKILL); started again in 1 s");
    expect(supervisor.failuresOf("web")).toBe(1);
  });

  it("are stopped with what they started themselves", async () => {
    supervisor.start(shell("sleep 61 & echo $!; wait"));
    await until(() => lines.length === 1);
    const grandchild = Number(lines[0]?.replace("[web] ", ""));
    expect(isAlive(grandchild)).toBe(true);
    await supervisor.stop();
    await until(() => !isAlive(grandchild));
    expect(running).toEqual([]);
  });

  it("are killed when they do not stop by being asked", async () => {
    supervisor.start(shell("trap '' TERM; echo deaf; while true; do sleep 1; done"));
    await until(() => lines.includes("[web] deaf"));
    const pid = running[0]?.pid ?? 0;
    await supervisor.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it("are not started again once everything is being stopped", async () => {
    supervisor.start(shell("exit 3"));
    await until(() => lines.some((line) => line.includes("exit code 3")));
    await supervisor.stop();
    await sleep(1200);
    expect(running).toEqual([]);
  });
});

it("who keeps dying is started ever more slowly, but never given up", () => {
  expect([1, 2, 3, 4, 5, 6, 20].map(backOff)).toEqual([1, 2, 4, 8, 16, 30, 30]);
});
