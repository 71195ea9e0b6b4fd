import { seededRandom } from "@tidao/kernel";

const summed = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
/** The value at place ceil(p·n) in ascending order. */
export const percentile = (values: readonly number[], p: number) =>
  values.toSorted((x, y) => x - y)[Math.ceil(p * values.length) - 1] ?? NaN;

/** Seconds of one request on an H100: prefill at half of the dense 16-bit peak, decode steps by the roofline. */
export function anatomy(bits: number, { parameters = 8e9, prompt = 2000, output = 200, batch = 1, context = 2000 } = {}) {
  const [peak, bandwidth, kvBytes] = [989e12, 3.35e12, 131_072];
  const prefill = (2 * parameters * prompt) / (peak * 0.5);
  const reading = ((parameters * bits) / 8 + batch * context * kvBytes) / bandwidth;
  const decode = Math.max(reading, (2 * parameters * batch) / peak);
  return { prefill, decode, whole: prefill + (output - 1) * decode };
}

export type Service = "fixed" | "exponential";
/** First come, first served with Poisson arrivals at `servers` servers whose mean service time is `service`. */
export function queue(rate: number, law: Service, servers = 1, service = 1, requests = 20_000, seed = 1) {
  const { next } = seededRandom(seed);
  const free = Array.from({ length: servers }, () => 0);
  let [now, waits] = [0, 0];
  const responses: number[] = [];
  for (let i = 0; i < requests; i++) {
    const [u, v] = [next(), next()];
    now -= Math.log(1 - u) / rate;
    const taken = law === "fixed" ? service : -service * Math.log(1 - v);
    const server = free.indexOf(Math.min(...free));
    const start = Math.max(now, free[server] ?? NaN);
    free[server] = start + taken;
    waits += start - now;
    responses.push(start + taken - now);
  }
  return {
    wait: waits / requests,
    response: summed(responses) / requests,
    p50: percentile(responses, 0.5),
    p99: percentile(responses, 0.99),
  };
}

/** Probability that an arrival waits with Poisson arrivals and exponential service at `servers` servers. */
export function erlangC(rate: number, servers: number, serviceRate = 1): number {
  const offered = rate / serviceRate;
  let [term, below] = [1, 0];
  for (let k = 0; k < servers; k++) {
    below += term;
    term *= offered / (k + 1);
  }
  const all = term / (1 - offered / servers);
  return all / (below + all);
}

/** Speed-up of speculative decoding for a batch: 8 B parameters in 16 bits, 60% of the peak, KV left out. */
export function speculate(acceptance: number, drafts: number, cost: number, batch?: number): number {
  let expected = 0;
  for (let i = 0; i <= drafts; i++) expected += acceptance ** i;
  if (batch === undefined) return expected / (drafts * cost + 1);
  const step = (tokens: number) => Math.max(16e9 / 3.35e12, (16e9 * tokens) / (0.6 * 989e12));
  return (expected * step(batch)) / (drafts * cost * step(batch) + step(batch * (drafts + 1)));
}

export interface Job {
  arrival: number;
  prompt: number;
  output: number;
}
/** Emission times of each job on one engine whose iterations cost a + b·tokens: decodes first, then prompts in order. */
export function chunkedPrefill(jobs: readonly Job[], budget: number, a = 8000, b = 40): number[][] {
  const order = jobs.map((_, i) => i).toSorted((x, y) => (jobs[x]?.arrival ?? 0) - (jobs[y]?.arrival ?? 0) || x - y);
  const left = jobs.map(({ prompt }) => prompt);
  const emitted: number[][] = jobs.map(() => []);
  const limit = budget || Infinity;
  for (let now = 0; ;) {
    const open = order.filter((i) => (emitted[i]?.length ?? 0) < (jobs[i]?.output ?? 0));
    if (open.length === 0) return emitted;
    const active = open.filter((i) => (jobs[i]?.arrival ?? 0) <= now);
    if (active.length === 0) {
      now = Math.min(...open.map((i) => jobs[i]?.arrival ?? 0));
      continue;
    }
    const emitting = active.filter((i) => left[i] === 0).slice(0, limit);
    let tokens = emitting.length;
    for (const i of active) {
      const taken = Math.min(left[i] ?? 0, limit - tokens);
      if (taken === 0) continue;
      left[i] = (left[i] ?? 0) - taken;
      tokens += taken;
      if (left[i] === 0) emitting.push(i);
    }
    now += a + b * tokens;
    for (const i of emitting) emitted[i]?.push(now);
  }
}
export const worstGap = (times: readonly number[]) => Math.max(0, ...times.slice(1).map((time, i) => time - (times[i] ?? NaN)));
/** Eight short prompts that write 400 tokens each, and one of 8000 tokens that comes after 0.2 s. In microseconds. */
export const longPromptAmongEight = (): Job[] => [
  ...Array.from({ length: 8 }, () => ({ arrival: 0, prompt: 32, output: 400 })),
  { arrival: 200_000, prompt: 8000, output: 50 },
];

/** Hit rate of an LRU cache under Zipf popularity of 1000 keys, and that of keeping the most popular for ever. */
export function lruHitRate(exponent: number, slots: number, requests = 20_000, seed = 1) {
  const { next } = seededRandom(seed);
  const weights = Array.from({ length: 1000 }, (_, i) => (i + 1) ** -exponent);
  const whole = summed(weights);
  let running = 0;
  const upTo = weights.map((weight) => (running += weight / whole));
  const kept = new Map<number, true>();
  let hits = 0;
  for (let i = 0; i < requests; i++) {
    const u = next();
    let [low, high] = [0, 999];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 1) > u) high = middle;
      else low = middle + 1;
    }
    if (kept.delete(low)) hits++;
    else if (kept.size === slots) kept.delete(kept.keys().next().value ?? NaN);
    kept.set(low, true);
  }
  return { lru: hits / requests, best: upTo[slots - 1] ?? NaN };
}

/** Milliseconds at percentile p when a share of requests takes 10 ms and the others 300 ms plus Exp(500 ms). */
export const mixtureQuantile = (hitRate: number, p: number) =>
  p <= hitRate ? 10 : 300 - 500 * Math.log(1 - (p - hitRate) / (1 - hitRate));
export const mixtureMean = (hitRate: number) => 10 * hitRate + 800 * (1 - hitRate);

/** Response times and their probabilities if a second copy is sent after `hedge` ms and the first answer taken. */
export function hedged(fast: number, slow: number, q: number, hedge: number) {
  const law = new Map<number, number>();
  const add = (time: number, share: number) => law.set(time, (law.get(time) ?? 0) + share);
  let extra = 0;
  for (const [first, share] of [
    [fast, 1 - q],
    [slow, q],
  ] as const)
    if (first <= hedge) add(first, share);
    else {
      extra += share;
      for (const [second, other] of [
        [fast, 1 - q],
        [slow, q],
      ] as const)
        add(Math.min(first, hedge + second), share * other);
    }
  const ordered = [...law].toSorted(([x], [y]) => x - y);
  const mean = summed(ordered.map(([time, share]) => time * share));
  const quantile = (p: number) => {
    let below = 0;
    return ordered.find(([, share]) => (below += share) >= p - 1e-12)?.[0] ?? NaN;
  };
  return { law: ordered, mean, quantile, extra };
}

/**
 * One server with service time 1 and a deadline for the response; with admission, a request that would miss it is
 * refused at once. Returned are requests per unit of time that meet the deadline, and the share refused.
 */
export function goodput(rate: number, deadline: number, admission: boolean, requests = 20_000, seed = 1) {
  const { next } = seededRandom(seed);
  let [now, free, met, refused] = [0, 0, 0, 0];
  for (let i = 0; i < requests; i++) {
    now -= Math.log(1 - next()) / rate;
    const end = Math.max(now, free) + 1;
    if (admission && end - now > deadline) {
      refused++;
      continue;
    }
    free = end;
    if (end - now <= deadline) met++;
  }
  return { goodput: met / now, refused: refused / requests };
}

export interface PromptClass {
  share: number;
  seconds: number;
}
/**
 * First-token times at one prefill worker: 90% short prompts, 10% long ones, Poisson arrivals. Either in order of
 * arrival, or in chunks of a short prompt's length with short prompts first at each border of a chunk.
 */
export function prefillQueue(policy: "in order" | "short first", rate: number, short: number, chunks: number, requests = 20_000) {
  const { next } = seededRandom(1);
  let arrival = 0;
  const all = Array.from({ length: requests }, () => {
    arrival -= Math.log(1 - next()) / rate;
    return { arrival, long: next() >= 0.9 };
  });
  const times: Record<"short" | "long", number[]> = { short: [], long: [] };
  const done = ({ arrival: from, long }: { arrival: number; long: boolean }, now: number) =>
    times[long ? "long" : "short"].push(now - from);
  if (policy === "in order") {
    let now = 0;
    for (const request of all) {
      now = Math.max(now, request.arrival) + short * (request.long ? chunks : 1);
      done(request, now);
    }
  } else {
    const waiting = { short: [] as typeof all, long: [] as typeof all };
    let [now, at, left] = [0, 0, chunks];
    let [firstShort, firstLong] = [0, 0];
    for (let served = 0; served < requests;) {
      for (; (all[at]?.arrival ?? Infinity) <= now; at++) waiting[all[at]?.long ? "long" : "short"].push(all[at] ?? { arrival: NaN, long: false });
      const [one, other] = [waiting.short[firstShort], waiting.long[firstLong]];
      if (one) {
        now += short;
        firstShort++;
        served++;
        done(one, now);
      } else if (other) {
        now += short;
        if (--left === 0) {
          firstLong++;
          served++;
          left = chunks;
          done(other, now);
        }
      } else now = all[at]?.arrival ?? Infinity;
    }
  }
  const both = [...times.short, ...times.long];
  return {
    mean: summed(both) / requests,
    short: { mean: summed(times.short) / times.short.length, p50: percentile(times.short, 0.5), p99: percentile(times.short, 0.99) },
    long: { mean: summed(times.long) / times.long.length, p99: percentile(times.long, 0.99) },
    all: { p50: percentile(both, 0.5), p99: percentile(both, 0.99) },
  };
}
