import { describe, expect, test } from "vitest";
import { bestSegments, peakLayers } from "./checkpointing";
import { activationBytes, fineTuneBytes, kvBytesPerToken, kvPresets, modelPresets, zeroBytes } from "./ledger";

const GB = 1e9;
const GiB = 2 ** 30;

describe("model state", () => {
  test.each([
    ["the ZeRO paper, no sharding", 7.5e9, 64, 0, 12, 120],
    ["the ZeRO paper, stage 1", 7.5e9, 64, 1, 12, 31.40625],
    ["the ZeRO paper, stage 2", 7.5e9, 64, 2, 12, 16.640625],
    ["the ZeRO paper, stage 3", 7.5e9, 64, 3, 12, 1.875],
    ["7 B on 8, no sharding", 7e9, 8, 0, 12, 112],
    ["7 B on 8, stage 1", 7e9, 8, 1, 12, 38.5],
    ["7 B on 8, stage 2", 7e9, 8, 2, 12, 26.25],
    ["7 B on 8, stage 3", 7e9, 8, 3, 12, 14],
    ["one device shards nothing", 1e9, 1, 3, 12, 16],
    ["8-bit Adam without a master copy", 7e9, 8, 2, 2, 17.5],
  ])("%s", (_, params, devices, stage, k, gigabytes) =>
    expect(zeroBytes(params, devices, stage, k)).toBe(gigabytes * GB),
  );
  test("a fourth stage and no device are refused", () => {
    expect(() => zeroBytes(1e9, 8, 4, 12)).toThrow(RangeError);
    expect(() => zeroBytes(1e9, 0, 1, 12)).toThrow(RangeError);
    expect(() => zeroBytes(-1, 1, 1)).toThrow(RangeError);
  });
  test("fine-tuning 7 B: everything, LoRA, QLoRA", () => {
    const found = (["full", "LoRA", "QLoRA"] as const).map((method) =>
      Number((fineTuneBytes(7e9, method) / GB).toFixed(2)),
    );
    expect(found).toEqual([112, 14.64, 4.25]);
  });
});

test.each([
  ["7B-like", 4096, [97, 17, 1]],
  ["GPT-3", 2048, [256.5, 76.5, 4.5]],
] as const)("activations of %s at %d tokens: kept, selective, full recompute", (preset, sequence, gibibytes) => {
  const found = (["none", "selective", "full"] as const).map(
    (recompute) => activationBytes({ ...modelPresets[preset], sequence, recompute }) / GiB,
  );
  expect(found).toEqual(gibibytes);
});

test("a token of KV cache", () => {
  expect(kvBytesPerToken(kvPresets["Llama-2-7B"])).toBe(524_288);
  expect(kvBytesPerToken(kvPresets["Llama-3-8B"])).toBe(131_072);
  expect(kvBytesPerToken(kvPresets["Llama-2-70B"])).toBe(320 * 1024);
  expect(kvBytesPerToken({ ...kvPresets["Llama-2-70B"], kvHeads: 64 })).toBe(2560 * 1024);
  expect(kvBytesPerToken(kvPresets["Llama-3-8B"]) * 8192 * 16).toBe(16 * GiB);
});

test("checkpointing is least near the root of the number of layers", () => {
  expect([bestSegments(16), bestSegments(64)]).toEqual([
    { segments: 4, peak: 8 },
    { segments: 8, peak: 16 },
  ]);
  expect([peakLayers(96, 8), bestSegments(96).peak]).toEqual([20, 20]);
});
