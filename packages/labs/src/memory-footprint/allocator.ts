import { seededRandom } from "@tidao/kernel";

export type Fit = "best" | "first";
interface Hole {
  at: number;
  size: number;
}

/** One address space with holes, as a caching allocator keeps them (PyTorch documentation, CUDA semantics). */
export class Allocator {
  private readonly fit: Fit;
  private readonly merging: boolean;
  private holes: Hole[];
  constructor(size: number, fit: Fit = "best", merging = true) {
    this.fit = fit;
    this.merging = merging;
    this.holes = [{ at: 0, size }];
  }

  /** The address, or null when no single hole is large enough. */
  allocate(size: number): number | null {
    const fitting = this.holes.filter((hole) => hole.size >= size);
    const hole = fitting.reduce<Hole | undefined>(
      (best, next) => (!best || (this.fit === "best" && next.size < best.size) ? next : best),
      undefined,
    );
    if (!hole) return null;
    const { at } = hole;
    hole.at += size;
    hole.size -= size;
    if (hole.size === 0) this.holes.splice(this.holes.indexOf(hole), 1);
    return at;
  }

  free(at: number, size: number): void {
    const next = this.holes.findIndex((hole) => hole.at > at);
    const index = next === -1 ? this.holes.length : next;
    this.holes.splice(index, 0, { at, size });
    if (!this.merging) return;
    this.join(index);
    if (index > 0) this.join(index - 1);
  }

  get totalFree(): number {
    return this.holes.reduce((sum, { size }) => sum + size, 0);
  }
  get largestFree(): number {
    return Math.max(0, ...this.holes.map(({ size }) => size));
  }
  /** 1 - largest hole / free: 0 when all that is free is one piece. */
  get fragmentation(): number {
    return this.totalFree === 0 ? 0 : 1 - this.largestFree / this.totalFree;
  }
  /** The memory map: holes in order of address. */
  get map(): readonly Readonly<Hole>[] {
    return this.holes;
  }

  /** Joins a hole with the one behind it where they touch. */
  private join(index: number): void {
    const [hole, behind] = [this.holes[index], this.holes[index + 1]];
    if (!hole || !behind || hole.at + hole.size !== behind.at) return;
    hole.size += behind.size;
    this.holes.splice(index + 1, 1);
  }
}

export interface AllocatorSettings {
  fit?: Fit;
  merging?: boolean;
  units?: number;
  steps?: number;
  seed?: number;
}
export interface AllocatorRun {
  requests: number;
  failures: number;
  /** Failures although enough units were free in total; with pages there are none. */
  falseFailures: number;
}

/** Random allocations and frees, the same for every policy as long as they agree on what is live. */
export function simulateAllocator({
  fit = "best",
  merging = true,
  units = 1024,
  steps = 400,
  seed = 23,
}: AllocatorSettings = {}): AllocatorRun {
  const random = seededRandom(seed);
  const allocator = new Allocator(units, fit, merging);
  const live: Hole[] = [];
  const run = { requests: 0, failures: 0, falseFailures: 0 };
  for (let step = 0; step < steps; step++) {
    if (live.length > 0 && random.next() < 0.48) {
      const [block] = live.splice(Math.floor(random.next() * live.length), 1);
      if (block) allocator.free(block.at, block.size);
      continue;
    }
    const size = 8 * (1 + Math.floor(24 * random.next() * random.next()));
    run.requests++;
    const at = allocator.allocate(size);
    if (at !== null) live.push({ at, size });
    else {
      run.failures++;
      if (allocator.totalFree >= size) run.falseFailures++;
    }
  }
  return run;
}
