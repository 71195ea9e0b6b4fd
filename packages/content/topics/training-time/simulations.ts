import { seededRandom } from "@tidao/kernel";
import { normals } from "@tidao/labs/normal";

/** Document lengths in tokens, log-normal and cut at the row: max(1, min(row, round(exp(4.6 + 0.9 z)))). */
export function documentLengths(seed: number, count = 200, row = 512): number[] {
  const z = normals(seed);
  return Array.from({ length: count }, () => Math.max(1, Math.min(row, Math.round(Math.exp(4.6 + 0.9 * z())))));
}

const total = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum + length, 0);

/** Cells computed when each batch, in the given order, is padded to its longest document. */
export function batchCells(lengths: readonly number[], batch = 16): number {
  let cells = 0;
  for (let i = 0; i < lengths.length; i += batch) {
    const part = lengths.slice(i, i + batch);
    cells += part.length * Math.max(...part);
  }
  return cells;
}

/** Rows of documents by index: each goes into the open row, or opens the next. */
export function nextFit(lengths: readonly number[], row: number): number[][] {
  const rows: number[][] = [];
  let room = 0;
  lengths.forEach((length, index) => {
    if (length > room || rows.length === 0) {
      rows.push([]);
      room = row;
    }
    rows.at(-1)?.push(index);
    room -= length;
  });
  return rows;
}

/** Rows of documents by index: the longest first, each into the first row with room. */
export function firstFitDecreasing(lengths: readonly number[], row: number): number[][] {
  const order = lengths.map((length, index) => ({ length, index })).sort((a, b) => b.length - a.length || a.index - b.index);
  const rows: { free: number; held: number[] }[] = [];
  for (const { length, index } of order) {
    let open = rows.find(({ free }) => free >= length);
    if (!open) rows.push((open = { free: row, held: [] }));
    open.free -= length;
    open.held.push(index);
  }
  return rows.map(({ held }) => held);
}

/** All documents one after another, cut every `row` tokens: rows, and documents that a cut goes through. */
export function concatenateAndCut(lengths: readonly number[], row: number): { rows: number; cut: number } {
  let [start, cut] = [0, 0];
  for (const length of lengths) {
    if (Math.floor(start / row) !== Math.floor((start + length - 1) / row)) cut++;
    start += length;
  }
  return { rows: Math.ceil(total(lengths) / row), cut };
}

export interface Timeline {
  ready: number[];
  start: number[];
  end: number[];
}
/**
 * Workers that load batches and a device that trains on them, in seconds. Batch i belongs to worker i mod `workers`; a worker
 * begins it when it is done with the one before and a place in the queue is free, which is when the device takes a batch.
 * Without workers the device waits for each load.
 */
export function loaderTimeline(loads: readonly number[], device: number, workers: number, queue: number): Timeline {
  const [ready, start, end]: [number[], number[], number[]] = [[], [], []];
  loads.forEach((load, i) => {
    const begin = workers === 0 ? (end[i - 1] ?? 0) : Math.max(ready[i - workers] ?? 0, start[i - queue] ?? 0);
    ready.push(begin + load);
    start.push(Math.max(end[i - 1] ?? 0, begin + load));
    end.push((start[i] ?? 0) + device);
  });
  return { ready, start, end };
}
/** Seconds from the first step's end to the last one's, for each step between. */
export const secondsPerStep = ({ end }: Timeline): number => ((end.at(-1) ?? 0) - (end[0] ?? 0)) / (end.length - 1);

export function exponentialLoads(seed: number, mean: number, count = 400): number[] {
  const { next } = seededRandom(seed);
  return Array.from({ length: count }, () => -mean * Math.log(1 - next()));
}
