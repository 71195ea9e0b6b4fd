import { seededRandom } from "@tidao/kernel";
import { normals } from "@tidao/labs/normal";

export type Reservation = (tokens: number) => number;
export const reserveMaximum: Reservation = () => 2048;
export const reservePowerOfTwo: Reservation = (tokens) => 2 ** Math.ceil(Math.log2(tokens));
export const reservePages =
  (pageTokens: number): Reservation =>
  (tokens) =>
    Math.ceil(tokens / pageTokens) * pageTokens;

/** Admits log-normal request lengths in order of arrival until the first whose reservation does not fit. */
export function packRequests(reserve: Reservation, capacity = 32_768, seed = 17) {
  const normal = normals(seed);
  const packed = { requests: 0, used: 0, reserved: 0 };
  for (;;) {
    const tokens = Math.min(2048, Math.max(1, Math.floor(Math.exp(5.5 + 0.9 * normal()) + 0.5)));
    if (packed.reserved + reserve(tokens) > capacity) return packed;
    packed.requests++;
    packed.used += tokens;
    packed.reserved += reserve(tokens);
  }
}

interface Block {
  at: number;
  size: number;
}

/** A best-fit allocator under 400 random requests and releases; a failure is false when enough units are free in total. */
export function runAllocator(merging: boolean, units = 1024, steps = 400, seed = 23) {
  const { next } = seededRandom(seed);
  const live: Block[] = [];
  let free: Block[] = [{ at: 0, size: units }];
  const counted = { requests: 0, failures: 0, falseFailures: 0 };
  for (let step = 0; step < steps; step++) {
    if (live.length > 0 && next() < 0.48) {
      free.push(...live.splice(Math.floor(next() * live.length), 1));
      free.sort((a, b) => a.at - b.at);
      if (merging) free = merged(free);
      continue;
    }
    counted.requests++;
    const size = 8 * (1 + Math.floor(24 * next() * next()));
    const hole = free.filter((block) => block.size >= size).sort((a, b) => a.size - b.size || a.at - b.at)[0];
    if (!hole) {
      counted.failures++;
      if (free.reduce((sum, block) => sum + block.size, 0) >= size) counted.falseFailures++;
      continue;
    }
    live.push({ at: hole.at, size });
    hole.at += size;
    hole.size -= size;
    free = free.filter((block) => block.size > 0);
  }
  return counted;
}

function merged(sorted: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of sorted) {
    const last = joined.at(-1);
    if (last && last.at + last.size === block.at) last.size += block.size;
    else joined.push({ ...block });
  }
  return joined;
}

/** Hit rate of a least-recently-used cache over 5000 requests for 200 keys with Zipf weights (i + 1)^-1.1. */
export function lruHitRate(capacity: number, requests = 5000, keys = 200, seed = 29): number {
  const { next } = seededRandom(seed);
  const cumulative: number[] = [];
  let total = 0;
  for (let i = 0; i < keys; i++) cumulative.push((total += (i + 1) ** -1.1));
  const cached = new Set<number>();
  let hits = 0;
  for (let i = 0; i < requests; i++) {
    const drawn = next() * total;
    const key = cumulative.findIndex((sum) => sum > drawn);
    if (cached.delete(key)) hits++;
    cached.add(key);
    const oldest = cached.values().next().value;
    if (cached.size > capacity && oldest !== undefined) cached.delete(oldest);
  }
  return hits / requests;
}
