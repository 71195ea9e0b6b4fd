import { seededRandom } from "@tidao/kernel";
import { normals } from "@tidao/labs/normal";

/** Asynchronous descent on ½w²: workers compute on a snapshot; |w| after `updates`, with the staleness of each. */
export function asynchronous(times: readonly number[], rate: number, updates: number) {
  const workers = times.map((time) => ({ time, finish: time, snapshot: 1, version: 0 }));
  let [weight, version, now] = [1, 0, 0];
  const staleness: number[] = [];
  for (let i = 0; i < updates; i++) {
    let next = workers[0];
    for (const worker of workers) if (next && worker.finish < next.finish) next = worker;
    if (!next) break;
    now = next.finish;
    staleness.push(version - next.version);
    weight -= rate * next.snapshot;
    version++;
    next.snapshot = weight;
    next.version = version;
    next.finish = now + next.time;
  }
  return { distance: Math.abs(weight), staleness, now };
}
/** The largest stable rate × curvature at a constant staleness. */
export const stabilityBound = (staleness: number): number => 2 * Math.sin(Math.PI / (2 * (2 * staleness + 1)));

/** Mean seconds of a round that waits for all but `backups` of the workers, times exp(0.4 z). */
export function meanRound(workers: number, backups: number, rounds = 200, jitter = 0.4, seed = 1): number {
  const z = normals(seed);
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    const times = Array.from({ length: workers }, () => Math.exp(jitter * z())).sort((a, b) => a - b);
    sum += times[workers - 1 - backups] ?? NaN;
  }
  return sum / rounds;
}

/** Work over wall time with a checkpoint every `interval` seconds of work, exponential failures and 300 s to restart. */
export function goodput(interval: number, mtbf: number, write = 60, restart = 300, work = 30 * 86_400, seed = 7) {
  const { next } = seededRandom(seed);
  const untilFailure = () => -mtbf * Math.log(1 - next());
  let [time, done, failures] = [0, 0, 0];
  let failsAt = untilFailure();
  while (done < work) {
    const part = Math.min(interval, work - done);
    const end = time + part + (done + part < work ? write : 0);
    if (failsAt < end) {
      failures++;
      time = failsAt + restart;
      failsAt = time + untilFailure();
    } else {
      time = end;
      done += part;
    }
  }
  return { goodput: work / time, failures };
}
export const youngInterval = (write: number, mtbf: number): number => Math.sqrt(2 * write * mtbf);
/** First-order share of time that checkpoints and lost work take. */
export const waste = (interval: number, write: number, mtbf: number): number => write / interval + interval / (2 * mtbf);

/** A data-parallel step of a dense model with 16-bit gradients on a ring; seconds. */
export function dataParallelStep(parameters: number, ranks: number, tokens: number, overlap: number, speed = 989e12 * 0.5, link = 50e9) {
  const compute = (6 * parameters * tokens) / speed;
  const communication = (((2 * (ranks - 1)) / ranks) * 2 * parameters) / link;
  const exposed = Math.max(0, communication - (overlap * 2 * compute) / 3);
  return { compute, communication, exposed, efficiency: compute / (compute + exposed) };
}
