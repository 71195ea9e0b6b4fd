import type { z } from "zod";
import type { numericSpec } from "./spec";

type Tolerance = z.infer<typeof numericSpec>["tolerance"];
/** Absorbs binary rounding only: 0.1 + 0.2 is 0.3 to a person. */
const noise = 1e-12;

/** How far from the answer still counts, in its own unit. */
export const allowance = (target: number, tolerance: Tolerance): number =>
  "relative" in tolerance ? tolerance.relative * Math.abs(target) : tolerance.absolute;

export const within = (value: number, target: number, tolerance: Tolerance): boolean =>
  Math.abs(value - target) <= allowance(target, tolerance) * (1 + 1e-9) + noise * Math.max(Math.abs(target), 1e-3);
