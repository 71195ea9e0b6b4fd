import { cpuSeconds, postgresCpuSeconds, postmasterPid, servingPid } from "./processes";

export interface Row {
  name: string;
  clients: number;
  /** CPU of the serving process for one request: the mean of the middle half of the rounds. */
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

/** What the requests of one target cost, round by round. */
interface Sum {
  times: number[];
  nodeMs: number[];
  postgresMs: number[];
  elapsed: number;
}

/**
 * Closed loop: each client sends its next request when the one before was answered. The targets take turns in short rounds, so
 * that a machine that is slower for a while is so for each of them: what counts is how far they lie apart.
 */
export async function runLoad(targets: readonly Target[], { clients, seconds, rounds = 12 }: { clients: number; seconds: number; rounds?: number }): Promise<Row[]> {
  const sums = targets.map((): Sum => ({ times: [], nodeMs: [], postgresMs: [], elapsed: 0 }));
  for (let round = 0; round < rounds; round++)
    for (const [index, target] of targets.entries()) await measure(target, sums[index]!, clients, (seconds * 1000) / rounds);
  return targets.map(({ name }, index) => rowOf(name, clients, sums[index]!));
}
/** Before each turn: what the target before it left to do, its garbage above all, is not this one's. */
const SETTLE_MS = 300;

/**
 * What a server that has been up for a while costs: V8 takes some hundred requests of a page until it has compiled what the
 * page needs, and a page costs up to twice as much before.
 */
export async function warmUp(targets: readonly Target[]): Promise<void> {
  for (const target of targets) await during(target, 8, 5000);
}

async function during({ request }: Target, clients: number, ms: number, times: number[] = []): Promise<void> {
  const until = performance.now() + ms;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < until) {
        const began = performance.now();
        await request(client);
        times.push(performance.now() - began);
      }
    }),
  );
}

async function measure(target: Target, sum: Sum, clients: number, ms: number): Promise<void> {
  const pid = typeof target.process === "number" ? target.process : servingPid(target.process);
  const postmaster = postmasterPid();
  await during(target, clients, SETTLE_MS);
  const [node, postgres, began, before] = [cpuSeconds(pid), postmaster ? postgresCpuSeconds(postmaster) : null, performance.now(), sum.times.length];
  await during(target, clients, ms, sum.times);
  const requests = sum.times.length - before;
  sum.elapsed += (performance.now() - began) / 1000;
  sum.nodeMs.push(((cpuSeconds(pid) - node) * 1000) / requests);
  if (postmaster && postgres !== null) sum.postgresMs.push(((postgresCpuSeconds(postmaster) - postgres) * 1000) / requests);
}

/** The mean of the middle half: a second in which the machine does something else is no property of a page. */
export function midmean(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const cut = Math.floor(sorted.length / 4);
  const middle = sorted.slice(cut, sorted.length - cut);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

function rowOf(name: string, clients: number, { times, nodeMs, postgresMs, elapsed }: Sum): Row {
  times.sort((a, b) => a - b);
  return {
    name,
    clients,
    nodeCpuMs: round(midmean(nodeMs)),
    postgresCpuMs: postgresMs.length > 0 ? round(midmean(postgresMs)) : null,
    p50Ms: round(quantile(times, 0.5), 1),
    p99Ms: round(quantile(times, 0.99), 1),
    requestsPerSecond: round(times.length / elapsed, 0),
  };
}
