/**
 * Bytes of model state per device with ZeRO (Rajbhandari et al. 2020): 2 for weights, 2 for gradients, `k` for optimiser
 * states (12 for Adam in mixed precision); stage 1 shards the optimiser, 2 also the gradients, 3 also the weights.
 */
export function zeroBytes(params: number, devices: number, stage: number, k = 12): number {
  if (!(params > 0) || !Number.isInteger(devices) || devices < 1) throw new RangeError("params > 0, devices ≥ 1");
  if (![0, 1, 2, 3].includes(stage) || !(k >= 0)) throw new RangeError("stage 0 to 3, k ≥ 0");
  const share = (from: number) => (stage >= from ? devices : 1);
  return (2 * params) / share(3) + (2 * params) / share(2) + (k * params) / share(1);
}

export interface ModelShape {
  layers: number;
  hidden: number;
  heads: number;
}
export type Recompute = "none" | "selective" | "full";

/** 16-bit activations of all layers (Korthikanti et al. 2022): s b h (34 + 5 a s / h), 34 s b h, or borders 2 s b h. */
export function activationBytes({
  layers,
  hidden,
  heads,
  sequence,
  batch = 1,
  recompute = "none",
}: ModelShape & { sequence: number; batch?: number; recompute?: Recompute }): number {
  const perElement = { none: 34 + (5 * heads * sequence) / hidden, selective: 34, full: 2 }[recompute];
  return layers * sequence * batch * hidden * perElement;
}

export interface KvShape {
  layers: number;
  kvHeads: number;
  headSize: number;
}

/** A key and a value in each layer and head. */
export function kvBytesPerToken({ layers, kvHeads, headSize }: KvShape, bytes = 2): number {
  return 2 * layers * kvHeads * headSize * bytes;
}

export const modelPresets = {
  "7B-like": { layers: 32, hidden: 4096, heads: 32 },
  "GPT-3": { layers: 96, hidden: 12288, heads: 96 },
} as const satisfies Record<string, ModelShape>;

export const kvPresets = {
  "Llama-2-7B": { layers: 32, kvHeads: 32, headSize: 128 },
  "Llama-3-8B": { layers: 32, kvHeads: 8, headSize: 128 },
  "Llama-2-70B": { layers: 80, kvHeads: 8, headSize: 128 },
} as const satisfies Record<string, KvShape>;

/**
 * Model state while fine-tuning, without activations: everything, 16-bit base with adapters, or 4-bit base whose
 * double-quantised constants cost 0.127 bit a weight (Dettmers et al. 2023). Adapters are trained in full: 16 bytes each.
 */
export function fineTuneBytes(params: number, method: "full" | "LoRA" | "QLoRA", adapters = 40e6): number {
  if (method === "full") return zeroBytes(params, 1, 0);
  return params * (method === "LoRA" ? 2 : 0.5 + 0.127 / 8) + 16 * adapters;
}
