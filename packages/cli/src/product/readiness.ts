import { setTimeout as sleep } from "node:timers/promises";
import { Trouble } from "../terminal/trouble";

export interface Awaited {
  name: string;
  port: number;
}

interface Patience {
  /** How often the process ended so far. */
  failuresOf: (name: string) => number;
  signal?: AbortSignal | undefined;
  seconds?: number;
}

const MOST_FAILURES = 3;

/** Waits until each app says that it and its database are well. */
export async function untilHealthy(apps: Awaited[], { failuresOf, signal, seconds = 120 }: Patience) {
  const deadline = performance.now() + seconds * 1000;
  for (const { name, port } of apps) {
    let answer = "no answer";
    while (answer !== "200") {
      signal?.throwIfAborted();
      if (failuresOf(name) >= MOST_FAILURES)
        throw new Trouble(`${name} ends as soon as it starts; its last words are above.`);
      if (performance.now() > deadline) throw new Trouble(`${name} is not healthy after ${seconds} s (${answer}).`);
      answer = await askHealth(port, signal);
      if (answer !== "200") await sleep(100);
    }
  }
}

async function askHealth(port: number, signal?: AbortSignal): Promise<string> {
  const patience = AbortSignal.timeout(5000);
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    const text = await response.text();
    return response.status === 200 ? "200" : `${response.status}: ${text.slice(0, 300)}`;
  } catch {
    return "no answer";
  }
}
