import { createServer } from "node:net";

/** Whether a server could listen here now. */
export function isFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EADDRNOTAVAIL"));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

export async function firstFreePort(from: number): Promise<number> {
  for (let port = from; port < 65_536; port++) if (await isFree(port)) return port;
  throw new Error(`no free port from ${from} upwards`);
}
