import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inSession, Interrupted } from "./session";

describe("a command", () => {
  it("undoes what it did in reverse order, also when its work fails", async () => {
    const undone: number[] = [];
    const work = inSession(async ({ defer }) => {
      for (const n of [1, 2, 3]) defer(() => undone.push(n));
      throw new Error("broken");
    });
    await expect(work).rejects.toThrow("broken");
    expect(undone).toEqual([3, 2, 1]);
  });

  it("goes on undoing when one step of it fails", async () => {
    const undone: number[] = [];
    await inSession(async ({ defer }) => {
      defer(() => undone.push(1));
      defer(() => Promise.reject(new Error("cannot stop")));
    });
    expect(undone).toEqual([1]);
  });

  it("leaves no handler behind that would swallow a later Ctrl-C", async () => {
    const before = process.listenerCount("SIGINT");
    await inSession(async () => {});
    expect(process.listenerCount("SIGINT")).toBe(before);
  });
});

describe("Ctrl-C", () => {
  const script = `
    const { inSession, Interrupted } = await import(${JSON.stringify(join(import.meta.dirname, "session.ts"))});
    await inSession(async ({ defer, untilInterrupted, hurry }) => {
      defer(async () => {
        console.log("stopping");
        if (process.argv.includes("slow")) await new Promise((resolve) => hurry.addEventListener("abort", resolve));
        console.log("stopped");
      });
      console.log("ready");
      setInterval(() => {}, 1000);
      return untilInterrupted();
    }).catch((error) => process.exit(error.exitCode));`;

  async function interruptTwice(extra: string[], pause: number) {
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script, ...extra], {
      cwd: join(import.meta.dirname, "../.."),
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
    await once(child.stdout, "data");
    child.kill("SIGINT");
    setTimeout(() => child.kill("SIGINT"), pause);
    const [code] = await once(child, "exit");
    return { code: code as number, said: said.trim().split("\n") };
  }

  it("stops everything once, though npm and pnpm pass it on a second time", async () => {
    expect(await interruptTwice([], 5)).toEqual({ code: 130, said: ["ready", "stopping", "stopped"] });
  });

  it("pressed again does not wait for who is slow to stop", async () => {
    expect(await interruptTwice(["slow"], 1200)).toEqual({ code: 130, said: ["ready", "stopping", "stopped"] });
  });

  it("gives the exit code that shells expect", () => {
    expect(new Interrupted("SIGINT").exitCode).toBe(130);
    expect(new Interrupted("SIGTERM").exitCode).toBe(143);
  });
});
