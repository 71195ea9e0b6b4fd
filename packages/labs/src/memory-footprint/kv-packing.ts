import { seededRandom } from "@tidao/kernel";
import { normal } from "../normal";

const maxLength = 2048;

/** What a request of unknown final length is given. */
export type Reservation = "max length" | "power of two" | { blockSize: number };
export interface KvPacking {
  requests: number;
  used: number;
  reserved: number;
}

/** Log-normal lengths without end, clipped to 1..2048. */
function* requestLengths(seed: number): Generator<number, never> {
  const random = seededRandom(seed);
  for (;;) {
    const length = Math.floor(Math.exp(5.5 + 0.9 * normal(random)) + 0.5);
    yield Math.min(maxLength, Math.max(1, length));
  }
}

export function sampleLengths(count: number, seed = 17): number[] {
  const lengths = requestLengths(seed);
  return Array.from({ length: count }, () => lengths.next().value);
}

/** Admits requests as they come until the first that does not fit (compare Kwon et al. 2023). */
export function packKv(reservation: Reservation, capacity = 32_768, seed = 17): KvPacking {
  const reserve = (length: number) => {
    if (reservation === "max length") return maxLength;
    if (reservation === "power of two") return 2 ** Math.ceil(Math.log2(length));
    return Math.ceil(length / reservation.blockSize) * reservation.blockSize;
  };
  const packing = { requests: 0, used: 0, reserved: 0 };
  for (const length of requestLengths(seed)) {
    if (packing.reserved + reserve(length) > capacity) break;
    packing.requests++;
    packing.used += length;
    packing.reserved += reserve(length);
  }
  return packing;
}
