import { normals } from "@tidao/labs/normal";

/** A ring all-reduce that really sends: all messages of a step are read before any of them is applied. */
export function ringAllReduce(vectors: readonly number[][]) {
  const ranks = vectors.length;
  const length = vectors[0]?.length ?? 0;
  const held = vectors.map((vector) => [...vector]);
  const sent = vectors.map(() => 0);
  const mod = (rank: number) => ((rank % ranks) + ranks) % ranks;
  let afterReduceScatter = held;
  for (let step = 0; step < 2 * (ranks - 1); step++) {
    const gathering = step >= ranks - 1;
    if (step === ranks - 1) afterReduceScatter = held.map((vector) => [...vector]);
    const messages = held.map((vector, rank) => {
      const chunk = mod(gathering ? rank + 1 - (step - ranks + 1) : rank - step);
      const from = Math.floor((chunk * length) / ranks);
      return { from, values: vector.slice(from, Math.floor(((chunk + 1) * length) / ranks)) };
    });
    messages.forEach(({ from, values }, rank) => {
      sent[rank] = (sent[rank] ?? 0) + values.length;
      const target = held[mod(rank + 1)] ?? [];
      values.forEach((value, i) => (target[from + i] = gathering ? value : (target[from + i] ?? 0) + value));
    });
  }
  return { afterReduceScatter, result: held, sent, steps: 2 * (ranks - 1) };
}

type Matrix = number[][];
const product = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((sum, value, k) => sum + value * (b[k]?.[j] ?? NaN), 0)));
const sum = (matrices: readonly Matrix[]): Matrix =>
  (matrices[0] ?? []).map((row, i) => row.map((_, j) => matrices.reduce((s, m) => s + (m[i]?.[j] ?? NaN), 0)));
const map = (a: Matrix, f: (x: number) => number): Matrix => a.map((row) => row.map(f));
const columns = (a: Matrix, from: number, to: number): Matrix => a.map((row) => row.slice(from, to));
const gelu = (x: number) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));

/** An MLP computed whole, split by columns then rows, and split wrongly by rows with GeLU before the sum. */
export function tensorParallelMlp(seed: number, ranks = 4, tokens = 4, width = 8, hidden = 16) {
  const normal = normals(seed);
  const draw = (rows: number, cols: number, scale: number): Matrix =>
    Array.from({ length: rows }, () => Array.from({ length: cols }, () => normal() * scale));
  const x = draw(tokens, width, 1);
  const a = draw(width, hidden, 1 / Math.sqrt(width));
  const b = draw(hidden, width, 1 / Math.sqrt(hidden));
  const serial = product(map(product(x, a), gelu), b);
  const parts = Array.from({ length: ranks }, (_, k) => k);
  const share = (size: number, k: number) => [(size * k) / ranks, (size * (k + 1)) / ranks] as const;
  const partials = parts.map((k) => {
    const [from, to] = share(hidden, k);
    return product(map(product(x, columns(a, from, to)), gelu), b.slice(from, to));
  });
  const wrongHidden = parts.map((k) => {
    const [from, to] = share(width, k);
    return map(product(columns(x, from, to), a.slice(from, to)), gelu);
  });
  const worst = (other: Matrix) =>
    Math.max(...other.flatMap((row, i) => row.map((v, j) => Math.abs(v - (serial[i]?.[j] ?? NaN)))));
  return { serial, error: worst(sum(partials)), wrongError: worst(product(sum(wrongHidden), b)) };
}

export interface Operation {
  kind: "F" | "B";
  micro: number;
  /** Which of its groups of layers the stage works on; 0 unless stages are interleaved. */
  chunk: number;
}
export interface Timed extends Operation {
  start: number;
  end: number;
}
const op = (kind: "F" | "B", micro: number, chunk = 0): Operation => ({ kind, micro, chunk });

export function gpipeOrder(micros: number): Operation[] {
  const all = Array.from({ length: micros }, (_, i) => i);
  return [...all.map((i) => op("F", i)), ...all.map((i) => op("B", i))];
}

export function oneForwardOneBackward(micros: number, stages: number, stage: number): Operation[] {
  const warmUp = Math.min(micros, stages - 1 - stage);
  const order = Array.from({ length: warmUp }, (_, i) => op("F", i));
  for (let i = 0; i < micros; i++) {
    if (warmUp + i < micros) order.push(op("F", warmUp + i));
    order.push(op("B", i));
  }
  return order;
}

/** Narayanan et al. 2021: every stage owns `chunks` groups of layers; micros must be a multiple of stages. */
export function interleavedOrder(micros: number, stages: number, stage: number, chunks: number): Operation[] {
  const total = micros * chunks;
  const nth = (kind: "F" | "B", k: number) => {
    const chunk = Math.floor((k % (stages * chunks)) / stages);
    const micro = Math.floor(k / (stages * chunks)) * stages + (k % stages);
    return op(kind, micro, kind === "F" ? chunk : chunks - 1 - chunk);
  };
  const warmUp = Math.min(total, 2 * (stages - stage - 1) + (chunks - 1) * stages);
  const order = Array.from({ length: warmUp }, (_, k) => nth("F", k));
  for (let k = 0; k < total; k++) {
    if (warmUp + k < total) order.push(nth("F", warmUp + k));
    order.push(nth("B", k));
  }
  return order;
}

/** Runs the stages' orders as early as their dependencies allow. One forward of one chunk takes tf, one backward tb. */
export function runPipeline(orders: readonly Operation[][], tf: number, tb: number, chunks = 1) {
  const stages = orders.length;
  const done = new Map<string, number>();
  const name = (kind: string, micro: number, virtual: number) => `${kind} ${String(micro)} ${String(virtual)}`;
  const timed: Timed[][] = orders.map(() => []);
  const last = stages * chunks - 1;
  for (let progress = true; progress;) {
    progress = false;
    orders.forEach((order, stage) => {
      const lane = timed[stage] ?? [];
      for (let next = order[lane.length]; next; next = order[lane.length]) {
        const virtual = next.chunk * stages + stage;
        const needs =
          next.kind === "F"
            ? virtual > 0 && name("F", next.micro, virtual - 1)
            : virtual < last
              ? name("B", next.micro, virtual + 1)
              : name("F", next.micro, virtual);
        const ready = needs === false ? 0 : done.get(needs);
        if (ready === undefined) return;
        const start = Math.max(ready, lane.at(-1)?.end ?? 0);
        const end = start + (next.kind === "F" ? tf : tb);
        lane.push({ ...next, start, end });
        done.set(name(next.kind, next.micro, virtual), end);
        progress = true;
      }
    });
  }
  const makespan = Math.max(...timed.flatMap((lane) => lane.map(({ end }) => end)));
  const busy = timed.map((lane) => lane.reduce((total, { start, end }) => total + end - start, 0));
  const peaks = timed.map((lane) => {
    let held = 0;
    return Math.max(...lane.map(({ kind }) => (held += kind === "F" ? 1 : -1)));
  });
  const unfinished = orders.some((order, stage) => order.length !== timed[stage]?.length);
  return { timed, makespan, idle: busy.map((time) => makespan - time), peaks, unfinished };
}

/**
 * Qi et al. 2023, the schedule with the memory of 1F1B: the backward pass is cut into B (gradient of the input, on the
 * path to the stage before) and W (gradient of the weights, needed by nobody until the update). Each takes one unit.
 * Every unit of time each stage does the first it can of: its next F or B in the order of 1F1B, else an old W. No stage
 * holds more than `stages` micro-batches between their F and their W. Returns the makespan and how many each stage holds
 * at its worst.
 */
export function splitBackward(micros: number, stages: number) {
  const lanes = Array.from({ length: stages }, (_, stage) => ({
    order: oneForwardOneBackward(micros, stages, stage),
    forwards: 0,
    backwards: 0,
    weights: 0,
  }));
  const peaks = lanes.map(() => 0);
  for (let time = 0; ; time++) {
    if (lanes.every(({ weights }) => weights === micros)) return { makespan: time, peaks };
    // what had passed each stage when this unit began; micro-batches pass in order
    const before = lanes.map(({ forwards, backwards }) => ({ forwards, backwards }));
    lanes.forEach((lane, stage) => {
      const next = lane.order[lane.forwards + lane.backwards];
      const source = next?.kind === "F" ? before[stage - 1]?.forwards : before[stage + 1]?.backwards;
      const own = next?.kind === "F" ? micros : (before[stage]?.forwards ?? 0);
      const full = next?.kind === "F" && lane.forwards - lane.weights >= stages;
      if (next && !full && next.micro < (source ?? own)) {
        if (next.kind === "F") lane.forwards++;
        else lane.backwards++;
      } else if (lane.weights < (before[stage]?.backwards ?? 0)) lane.weights++;
      peaks[stage] = Math.max(peaks[stage] ?? 0, lane.forwards - lane.weights);
    });
  }
}
