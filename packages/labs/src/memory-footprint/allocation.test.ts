import { describe, expect, test } from "vitest";
import { Allocator, simulateAllocator } from "./allocator";
import { packKv, sampleLengths } from "./kv-packing";
import { lruHitRate, zipfRequests } from "./lru-cache";
import { type PagedKvOperation, simulatePagedKv } from "./paged-kv";

describe("the same 32 768 slots", () => {
  test("hold requests of these lengths", () => {
    expect(sampleLengths(8)).toEqual([394, 429, 251, 121, 185, 142, 302, 224]);
  });
  test("serve 16 requests by maximum length, 75 by powers of two, 95 by pages of 16", () => {
    expect(packKv("max length")).toEqual({ requests: 16, used: 3849, reserved: 32_768 });
    expect(packKv("power of two")).toEqual({ requests: 75, used: 23_795, reserved: 32_384 });
    expect(packKv({ blockSize: 16 })).toEqual({ requests: 95, used: 32_027, reserved: 32_704 });
  });
  test("waste more with larger pages", () => {
    const packings = [1, 64, 256].map((blockSize) => packKv({ blockSize }));
    expect(packings.map(({ requests }) => requests)).toEqual([98, 89, 72]);
    expect(packings.map(({ used, reserved }) => Number((100 * (1 - used / reserved)).toFixed(2)))).toEqual([
      0, 8.31, 31.16,
    ]);
  });
});

describe("one address space", () => {
  test.each([
    ["best", true, { requests: 218, failures: 15, falseFailures: 13 }],
    ["best", false, { requests: 222, failures: 41, falseFailures: 40 }],
    ["first", true, { requests: 218, failures: 20, falseFailures: 18 }],
    ["first", false, { requests: 233, failures: 63, falseFailures: 63 }],
  ] as const)("%s fit, merging %s: most failures happen although enough is free", (fit, merging, run) => {
    expect(simulateAllocator({ fit, merging })).toEqual(run);
  });
  test("fifty free units in holes of ten do not hold twenty", () => {
    const allocator = new Allocator(100);
    const blocks = Array.from({ length: 10 }, () => allocator.allocate(10) ?? NaN);
    blocks.filter((_, i) => i % 2 === 1).forEach((at) => allocator.free(at, 10));
    expect([allocator.totalFree, allocator.largestFree, allocator.fragmentation]).toEqual([50, 10, 0.8]);
    expect(allocator.allocate(20)).toBeNull();
    allocator.free(blocks[0] ?? NaN, 10);
    expect(allocator.map[0]).toEqual({ at: 0, size: 20 });
  });
});

describe("a paged KV cache", () => {
  test.each<[string, number, number, PagedKvOperation[], number[]]>([
    [
      "grow and free",
      4,
      4,
      [
        ["alloc", "a", 5],
        ["append", "a", 3],
        ["append", "a", 1],
        ["free", "a"],
      ],
      [2, 2, 1, 4],
    ],
    [
      "copy on write",
      4,
      3,
      [
        ["alloc", "a", 6],
        ["fork", "a", "b"],
        ["append", "b", 1],
        ["append", "a", 1],
        ["free", "b"],
        ["free", "a"],
      ],
      [1, 1, 0, 0, 1, 3],
    ],
    [
      "refused",
      4,
      2,
      [
        ["alloc", "a", 9],
        ["alloc", "a", 8],
        ["append", "a", 1],
      ],
      [-1, 0, -1],
    ],
    [
      "a shared prefix",
      16,
      8,
      [
        ["alloc", "p", 32],
        ["fork", "p", "q"],
        ["append", "q", 1],
        ["append", "p", 16],
        ["free", "p"],
      ],
      [6, 6, 5, 4, 5],
    ],
    [
      "blocks of one",
      1,
      3,
      [
        ["alloc", "a", 0],
        ["append", "a", 3],
        ["append", "a", 1],
      ],
      [3, 0, -1],
    ],
    [
      "a full shared block is not copied",
      4,
      4,
      [
        ["alloc", "a", 4],
        ["fork", "a", "b"],
        ["append", "b", 4],
        ["append", "a", 0],
      ],
      [3, 3, 2, 2],
    ],
    [
      "two forks",
      2,
      10,
      [
        ["alloc", "s", 3],
        ["fork", "s", "t"],
        ["fork", "s", "u"],
        ["append", "s", 1],
        ["append", "t", 1],
        ["append", "u", 1],
        ["free", "s"],
      ],
      [8, 8, 8, 7, 6, 6, 7],
    ],
  ])("%s", (_, blockSize, blocks, operations, expected) => {
    expect(simulatePagedKv(blockSize, blocks, operations)).toEqual(expected);
  });
  test("an unknown sequence, one that exists, a fraction of a token and an unknown operation are refused", () => {
    expect(() => simulatePagedKv(4, 4, [["append", "z", 1]])).toThrow(RangeError);
    expect(() =>
      simulatePagedKv(4, 4, [
        ["alloc", "a", 1],
        ["alloc", "a", 1],
      ]),
    ).toThrow(RangeError);
    expect(() => simulatePagedKv(4, 4, [["alloc", "a", 1.5]])).toThrow(RangeError);
    expect(() => simulatePagedKv(4, 4, [["grow", "a", 1] as unknown as PagedKvOperation])).toThrow(RangeError);
  });
});

test("a larger cache hits more often, and every hit is paid with memory", () => {
  const requests = zipfRequests();
  expect([5, 20, 100].map((capacity) => lruHitRate(requests, capacity))).toEqual([
    { hitRate: 0.25, entries: 5 },
    { hitRate: 0.5388, entries: 20 },
    { hitRate: 0.8552, entries: 100 },
  ]);
  expect(lruHitRate(requests, 0)).toEqual({ hitRate: 0, entries: 0 });
});
