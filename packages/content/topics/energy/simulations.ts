import { sum } from "@tidao/labs/vector";
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/** Joules of `kilowatts` over `hours`, and what follows from them behind the meter. */
export function account(kilowatts: number, hours: number, pue: number, gramsPerKWh: number) {
  const kWh = kilowatts * hours;
  return { kWh, joules: kWh * 3.6e6, facilityKWh: kWh * pue, tonnes: (kWh * pue * gramsPerKWh) / 1e6 };
}

export interface Job {
  /** Seconds of arithmetic at full clock, and of memory traffic, which the core clock does not touch. */
  compute: number;
  memory: number;
  static?: number;
  dynamic?: number;
}
/** Seconds and joules of a job at relative clock f; the core draws c·f³ only while it computes. */
export function atClock(f: number, { compute, memory, static: p0 = 150, dynamic: c = 550 }: Job) {
  const seconds = Math.max(compute / f, memory);
  return { seconds, joules: p0 * seconds + c * f ** 3 * (compute / f) };
}
/** The same over a period, in which the rest is spent idle. */
export function overPeriod(f: number, job: Job, period: number, idle: number) {
  const { seconds, joules } = atClock(f, job);
  return joules + idle * (period - seconds);
}
/** The clock with the least cost, by trying all in steps of `step`. */
export function bestClock(cost: (f: number) => number, step = 0.001, least = step) {
  const clocks = range(Math.round(1 / step)).map((i) => (i + 1) * step).filter((f) => f >= least - 1e-12);
  return clocks.reduce((best, f) => (cost(f) < cost(best) ? f : best), 1);
}

export interface Decode {
  batch: number;
  bits?: number;
  /** Tokens of context per sequence; 0 leaves the KV cache out. */
  context?: number;
}
export const decodeModel = { parameters: 8e9, flops: 0.6 * 989e12, bandwidth: 3.35e12, static: 150, compute: 400, memory: 150, kvBytes: 131_072 };
/** One decoding step: seconds of memory traffic and arithmetic, power, and joules per token. */
export function decodeStep({ batch, bits = 16, context = 0 }: Decode) {
  const { parameters, flops, bandwidth, kvBytes, ...power } = decodeModel;
  const memory = ((parameters * bits) / 8 + batch * kvBytes * context) / bandwidth;
  const compute = (2 * parameters * batch) / flops;
  const seconds = Math.max(memory, compute);
  const watts = power.static + (power.compute * compute) / seconds + (power.memory * memory) / seconds;
  return { memory, compute, seconds, watts, perToken: (watts * seconds) / batch };
}

/** 45 nm, picojoules: DRAM read of a weight, multiply and add. */
export const picojoules = { float32: { read: 640, multiply: 3.7, add: 0.9 }, int8: { read: 160, multiply: 0.2, add: 0.03 } };
/** Joules of an n × n matrix times a vector when every weight fetched is used `reuse` times, and the share of the DRAM. */
export function matrixVector(n: number, reuse: number, format: keyof typeof picojoules = "float32") {
  const { read, multiply, add } = picojoules[format];
  const perProduct = read / reuse + multiply + add;
  return { joules: n * n * perProduct * 1e-12, perProduct, dramShare: read / reuse / perProduct };
}

/** Average watts of machines that share a load evenly; power is linear between idle and full. */
export function fleet(load: number, card: { idle: number; full: number; rate: number }) {
  const cards = Math.ceil(load / card.rate);
  const watts = cards * card.idle + ((card.full - card.idle) * load) / card.rate;
  return { cards, watts, perToken: watts / load };
}

/** Experts that a batch touches when every token picks `chosen` of them evenly and independently of the others. */
export const expertsTouched = (experts: number, chosen: number, batch: number) =>
  experts * (1 - (1 - chosen / experts) ** batch);

/** Trapezoid rule over (seconds, watts); intervals longer than maxGap are left out and reported. */
export function integrate(samples: readonly (readonly [number, number])[], maxGap = Infinity) {
  let [joules, gapSeconds] = [0, 0];
  samples.forEach(([t, w], i) => {
    const [t0, w0] = samples[i - 1] ?? [t, w];
    if (t - t0 > maxGap) gapSeconds += t - t0;
    else joules += ((w0 + w) / 2) * (t - t0);
  });
  return { joules, gapSeconds };
}

export const profiles = {
  solar: [420, 410, 400, 390, 380, 360, 330, 280, 220, 170, 130, 110, 100, 105, 120, 160, 230, 320, 400, 440, 460, 455, 445, 430],
  doubleDip: [250, 180, 110, 100, 120, 200, 300, 360, 340, 300, 230, 150, 120, 110, 140, 220, 310, 390, 430, 440, 420, 380, 330, 290],
};
export interface Schedule {
  hours: number[];
  grams: number;
}
const gramsOf = (intensity: readonly number[], hours: readonly number[], powerKW: number, startKWh: number) =>
  sum(hours.map((h) => (intensity[h] ?? NaN) * (powerKW + (hours.includes(h - 1) ? 0 : startKWh))));

export function runNow(intensity: readonly number[], need: number, powerKW: number, startKWh = 0): Schedule {
  const hours = range(need);
  return { hours, grams: gramsOf(intensity, hours, powerKW, startKWh) };
}
/** The best window of whole hours, the earliest on ties. */
export function bestWindow(intensity: readonly number[], need: number, deadline: number, powerKW: number, startKWh = 0): Schedule {
  const windows = range(deadline - need + 1).map((start) => {
    const hours = range(need).map((i) => start + i);
    return { hours, grams: gramsOf(intensity, hours, powerKW, startKWh) };
  });
  return windows.reduce((best, window) => (window.grams < best.grams ? window : best));
}
/** The hours with the least grams when the job may pause; a (re)start costs startKWh. Dynamic programme from the end. */
export function bestHours(intensity: readonly number[], need: number, deadline: number, powerKW: number, startKWh = 0): Schedule {
  const table = range(deadline + 1).map(() => range(need + 1).map(() => [Infinity, Infinity]));
  const least = (hour: number, left: number, running: number) => table[hour]?.[left]?.[running] ?? Infinity;
  const run = (hour: number, left: number, running: number) =>
    left > 0 ? (intensity[hour] ?? NaN) * (powerKW + (running ? 0 : startKWh)) + least(hour + 1, left - 1, 1) : Infinity;
  table[deadline]?.[0]?.fill(0);
  for (let hour = deadline - 1; hour >= 0; hour--)
    for (const left of range(need + 1)) {
      const cell = table[hour]?.[left] ?? [];
      for (const running of [0, 1]) cell[running] = Math.min(run(hour, left, running), least(hour + 1, left, 0));
    }
  const hours: number[] = [];
  for (let [hour, running] = [0, 0]; hour < deadline; hour++) {
    const left = need - hours.length;
    const runs = left > 0 && run(hour, left, running) <= least(hour + 1, left, 0);
    if (runs) hours.push(hour);
    running = runs ? 1 : 0;
  }
  return { hours, grams: gramsOf(intensity, hours, powerKW, startKWh) };
}
