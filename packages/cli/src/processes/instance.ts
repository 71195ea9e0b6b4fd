import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkout } from "../checkout";
import { Trouble } from "../terminal/trouble";

/**
 * At most one of a kind runs in a checkout. The lock is a socket that is listened on: it goes with its process, also
 * after `kill -9`, and whoever finds it taken can ask it who holds it.
 */
export interface Instance {
  /** What the holder tells about itself, for example its addresses. */
  announce: (what: string) => void;
  release: () => void;
}

type Kind = "product" | "test";

function addressOf(kind: Kind, folder: string) {
  const name = `tidao-${kind}-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  // Linux: an abstract socket, which has no file that could be left behind
  return process.platform === "linux" ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

export async function holdInstance(kind: Kind, command: string, folder = checkout): Promise<Instance> {
  const address = addressOf(kind, folder);
  let announced = `${command} (process ${process.pid})`;
  const server = createServer((socket) => socket.on("error", () => {}).end(announced));
  const listen = () =>
    new Promise<boolean>((resolve, reject) => {
      server.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "EADDRINUSE" ? resolve(false) : reject(error),
      );
      server.listen(address, () => resolve(true));
    });
  if (!(await listen())) {
    const holder = await askHolder(address);
    if (holder !== null) {
      throw new Trouble(`Already running in this checkout: ${holder}`, "Stop it with Ctrl-C in its terminal.");
    }
    if (existsSync(address)) rmSync(address); // left by a process that was killed
    if (!(await listen()))
      throw new Trouble("Another command began in this checkout at the same moment.", "Try again.");
  }
  server.unref();
  return {
    announce: (what) => (announced = `${command} (process ${process.pid})\n  ${what}`),
    release: () => server.close(),
  };
}

function askHolder(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect(address);
    socket.setEncoding("utf8").on("data", (text: string) => (said += text));
    socket.on("error", () => resolve(null));
    socket.on("end", () => resolve(said));
    // a holder that is busy or stopped (Ctrl-Z) holds all the same
    socket.setTimeout(2000, () => resolve("it does not answer, perhaps it was stopped with Ctrl-Z"));
  });
}

export async function isInstanceHeld(kind: Kind, folder = checkout): Promise<boolean> {
  return (await askHolder(addressOf(kind, folder))) !== null;
}
