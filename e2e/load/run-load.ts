import { cpuSeconds, postgresCpuSeconds, postmasterPid, servingPid } from "./processes";

export interface Row {
  name: string;
  clients: number;
  /** CPU of the serving process for one request. */
  nodeCpuMs: number;
  /** CPU of PostgreSQL for one request; null where the server is not ours to measure. */
  postgresCpuMs: number | null;
  p50Ms: number;
  p99Ms: number;
  requestsPerSecond: number;
}
export interface Target {
  name: string;
  /** The process whose CPU counts: a name in the launcher's file, or a pid. */
  process: string | number;
  /** One request of one client; throws when the answer is not what it should be. */
  request: (client: number) => Promise<void>;
}

const round = (value: number, digits = 2) => Math.round(value * 10 ** digits) / 10 ** digits;
const quantile = (sorted: number[], q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;

/** Closed loop: each client sends its next request when the one before was answered. */
export async function runLoad({ name, process: serving, request, clients, seconds }: Target & { clients: number; seconds: number }): Promise<Row> {
  const pid = typeof serving === "number" ? serving : servingPid(serving);
  const postmaster = postmasterPid();
  const times: number[] = [];
  const during = async (until: number, record: boolean) =>
    Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        while (performance.now() < until) {
          const began = performance.now();
          await request(client);
          if (record) times.push(performance.now() - began);
        }
      }),
    );
  await during(performance.now() + 1500, false);
  const [nodeBefore, postgresBefore, began] = [cpuSeconds(pid), postmaster ? postgresCpuSeconds(postmaster) : 0, performance.now()];
  await during(began + seconds * 1000, true);
  const elapsed = (performance.now() - began) / 1000;
  const node = cpuSeconds(pid) - nodeBefore;
  const postgres = postmaster ? postgresCpuSeconds(postmaster) - postgresBefore : null;
  times.sort((a, b) => a - b);
  return {
    name,
    clients,
    nodeCpuMs: round((node * 1000) / times.length),
    postgresCpuMs: postgres === null ? null : round((postgres * 1000) / times.length),
    p50Ms: round(quantile(times, 0.5), 1),
    p99Ms: round(quantile(times, 0.99), 1),
    requestsPerSecond: round(times.length / elapsed, 0),
  };
}
