import { seededRandom } from "@tidao/kernel";

/** Output lengths in tokens: uniform from 1 to 100, or geometric with mean 50. */
export function outputLengths(law: "uniform" | "geometric", count = 64, seed = 1): number[] {
  const { next } = seededRandom(seed);
  return Array.from({ length: count }, () =>
    law === "uniform"
      ? 1 + Math.floor(next() * 100)
      : Math.max(1, Math.ceil(Math.log(1 - next()) / Math.log(1 - 1 / 50))),
  );
}

export interface Batching {
  steps: number;
  /** Of all slots in all steps, those that wrote a token. */
  utilisation: number;
  meanFinish: number;
}
const summed = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Requests in groups: a group runs until its longest is done, and answers leave with their own last token. */
export function staticBatching(lengths: readonly number[], slots: number): Batching {
  let steps = 0;
  const finish: number[] = [];
  for (let i = 0; i < lengths.length; i += slots) {
    const group = lengths.slice(i, i + slots);
    finish.push(...group.map((length) => steps + length));
    steps += Math.max(...group);
  }
  return { steps, utilisation: summed(lengths) / (steps * slots), meanFinish: summed(finish) / finish.length };
}

/** A slot takes the next request as soon as its own is done. */
export function continuousBatching(lengths: readonly number[], slots: number): Batching {
  const free = Array.from({ length: slots }, () => 0);
  const finish = lengths.map((length) => {
    const slot = free.indexOf(Math.min(...free));
    return (free[slot] = (free[slot] ?? 0) + length);
  });
  const steps = Math.max(...finish);
  return { steps, utilisation: summed(lengths) / (steps * slots), meanFinish: summed(finish) / finish.length };
}

export type Policy = "random" | "round-robin" | "two choices" | "shortest queue";
/** Response times of jobs with exponential service of mean 1 at replicas that each serve first come, first served. */
export function balance(policy: Policy, replicas = 16, load = 0.9, jobs = 20_000, seed = 1) {
  const { next } = seededRandom(seed);
  const exponential = () => -Math.log(1 - next());
  const departures: number[][] = Array.from({ length: replicas }, () => []);
  const heads = Array.from({ length: replicas }, () => 0);
  let now = 0;
  const times: number[] = [];
  const waiting = (replica: number) => {
    const queue = departures[replica] ?? [];
    let head = heads[replica] ?? 0;
    while (head < queue.length && (queue[head] ?? Infinity) <= now) head++;
    heads[replica] = head;
    return queue.length - head;
  };
  for (let job = 0; job < jobs; job++) {
    now += exponential() / (load * replicas);
    const service = exponential();
    const [a, b] = [Math.floor(next() * replicas), Math.floor(next() * replicas)];
    let chosen = a;
    if (policy === "round-robin") chosen = job % replicas;
    else if (policy === "two choices") chosen = waiting(b) < waiting(a) ? b : a;
    else if (policy === "shortest queue") {
      chosen = 0;
      for (let replica = 1; replica < replicas; replica++) if (waiting(replica) < waiting(chosen)) chosen = replica;
    }
    const queue = departures[chosen] ?? [];
    const end = Math.max(now, queue.at(-1) ?? 0) + service;
    queue.push(end);
    times.push(end - now);
  }
  times.sort((x, y) => x - y);
  return { mean: summed(times) / jobs, p99: times[Math.ceil(0.99 * jobs) - 1] ?? NaN };
}

export type Routing = "random" | "affinity" | "bounded";
/** 4000 requests of 40 prompt groups on 4 replicas that each keep the 10 prefixes used last. */
export function routePrefixes(routing: Routing, requests = 4000, groups = 40, replicas = 4, kept = 10, seed = 1) {
  const { next } = seededRandom(seed);
  const weights = Array.from({ length: groups }, (_, g) => (g + 1) ** -0.8);
  const whole = summed(weights);
  const caches: number[][] = Array.from({ length: replicas }, () => []);
  const loads = Array.from({ length: replicas }, () => 0);
  let hits = 0;
  for (let i = 0; i < requests; i++) {
    let [mark, group] = [next() * whole, 0];
    while (group < groups - 1 && mark >= (weights[group] ?? 0)) mark -= weights[group++] ?? 0;
    const drawn = Math.floor(next() * replicas);
    let chosen = routing === "random" ? drawn : group % replicas;
    if (routing === "bounded" && (loads[chosen] ?? 0) > (1.25 * summed(loads)) / replicas + 1024)
      chosen = loads.indexOf(Math.min(...loads));
    const cache = caches[chosen] ?? [];
    const at = cache.indexOf(group);
    if (at >= 0) {
      hits++;
      cache.splice(at, 1);
    } else if (cache.length === kept) cache.shift();
    cache.push(group);
    loads[chosen] = (loads[chosen] ?? 0) + 128 + (at >= 0 ? 0 : 1024);
  }
  return { hitRate: hits / requests, tokens: summed(loads), imbalance: (Math.max(...loads) * replicas) / summed(loads) };
}
