import { existsSync } from "node:fs";
import { run } from "../processes/run";
import type { Say } from "../terminal/progress";

// the shell draws no window, which halves the time of the journeys
const usualPlaces = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const findChromium = (env: NodeJS.ProcessEnv = process.env): string | null =>
  [env["CHROMIUM_PATH"], ...usualPlaces].find((path) => path && existsSync(path)) ?? null;

export async function hasChineseFont(): Promise<boolean> {
  try {
    return (await run("fc-list", [":lang=zh"])).stdout.trim() !== "";
  } catch {
    return false; // no fontconfig, no fonts
  }
}

const packages = { browser: "chromium-headless-shell", font: "fonts-noto-cjk" };

/** The command that brings what the journeys need, for a person to type. */
export const installCommand = (names: string[]) => `apt-get update && apt-get install -y ${names.join(" ")}`;

/** Installs with apt what the journeys need and the machine lacks. Returns what stays missing, in one sentence. */
export async function provideBrowser(say: Say, signal?: AbortSignal): Promise<string | null> {
  const lacking = async () => [
    ...(findChromium() ? [] : [packages.browser]),
    ...((await hasChineseFont()) ? [] : [packages.font]),
  ];
  const names = await lacking();
  if (names.length === 0) return null;
  const refused = await installWithApt(names, say, signal);
  const missing = await lacking();
  if (missing.length === 0) return null;
  const what = missing.map((name) => (name === packages.browser ? "Chromium" : "a Chinese font")).join(" and ");
  const reason = refused ?? "apt-get installed nothing that could be found";
  return `The journeys need ${what}, and ${reason}. As root: ${installCommand(missing)}`;
}

async function installWithApt(names: string[], say: Say, signal?: AbortSignal): Promise<string | null> {
  if (!existsSync("/usr/bin/apt-get")) return "there is no apt-get here";
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (sudo.length > 0 && (await succeeds([...sudo, "true"], signal)) !== null) {
    return "only root may install it, and sudo asks for a password";
  }
  say(`installing ${names.join(" and ")} with apt ...`);
  const apt = [...sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"];
  // an outdated list is no reason to give up: what it names may still be there
  await succeeds([...apt, "update"], signal);
  const error = await succeeds([...apt, "install", "-y", "--no-install-recommends", ...names], signal);
  return error && `apt-get failed: ${error}`;
}

/** Null when it does, and its last words when it does not. */
async function succeeds([command = "", ...args]: string[], signal?: AbortSignal): Promise<string | null> {
  try {
    const { code, stderr, stdout } = await run(command, args, { signal });
    return code === 0 ? null : (`${stdout}\n${stderr}`.trim().split("\n").at(-1) ?? `exit code ${code}`);
  } catch (error) {
    signal?.throwIfAborted();
    return String(error);
  }
}
