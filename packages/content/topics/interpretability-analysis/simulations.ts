import { dot, mean, range, sum } from "@tidao/labs/vector";
/** A hand-wired attention-only transformer of two layers that does induction: A B … A → B. */
export const letters = ["A", "B", "C", "D", "E", "F"] as const;
const bos = letters.length;
const width = letters.length + 1;

const zeros = () => range(width).map(() => 0);
export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
export const softmax = (logits: readonly number[]): number[] => {
  const powers = logits.map((z) => Math.exp(z - Math.max(...logits)));
  return powers.map((power) => power / sum(powers));
};

export type Site = "tok" | "head1" | "head2";
export const sites: readonly Site[] = ["tok", "head1", "head2"];
export interface Change {
  beta1?: number;
  beta2?: number;
  gamma?: number;
  /** Heads whose output is set to zero, everywhere or at one position. */
  ablate?: { site: "head1" | "head2"; position?: number }[];
  /** One vector is taken from a run on another sequence of equal length. */
  patch?: { site: Site; position: number; from: string };
}
export interface Run {
  tok: number[][];
  head1: number[][];
  head2: number[][];
  attention1: number[][];
  attention2: number[][];
  logits: number[];
  probabilities: number[];
}

/** Each position's output is the attended mean of the tokens at it and before it. */
function head(tok: number[][], score: (i: number, j: number) => number) {
  const attention = tok.map((_, i) => softmax(range(i + 1).map((j) => score(i, j))));
  const output = attention.map((row) =>
    range(width).map((k) =>
      dot(
        row,
        tok.slice(0, row.length).map((t) => t[k] ?? NaN),
      ),
    ),
  );
  return { attention, output };
}

export function run(sequence: string, change: Change = {}): Run {
  const { beta1 = 8, beta2 = 8, gamma = 6, ablate = [], patch } = change;
  const donor = patch ? run(patch.from, { beta1, beta2, gamma }) : undefined;
  const changed = (site: Site, vectors: number[][]) =>
    vectors.map((vector, position) => {
      if (ablate.some((each) => each.site === site && (each.position ?? position) === position)) return zeros();
      return patch?.site === site && patch.position === position ? (donor?.[site][position] ?? vector) : vector;
    });
  const ids = [bos, ...Array.from(sequence, (letter) => letters.findIndex((each) => each === letter))];
  const tok = changed(
    "tok",
    ids.map((id) => range(width).map((k) => (k === id ? 1 : 0))),
  );
  const first = head(tok, (i, j) => (j === i - 1 ? beta1 : 0));
  const previous = changed("head1", first.output);
  const second = head(tok, (i, j) => beta2 * dot(previous[j] ?? [], tok[i] ?? []));
  const out = changed("head2", second.output);
  const logits = (out.at(-1) ?? []).slice(0, letters.length).map((value) => gamma * value);
  return {
    tok,
    head1: previous,
    head2: out,
    attention1: first.attention,
    attention2: second.attention,
    logits,
    probabilities: softmax(logits),
  };
}

/** The answer's logit minus the mean of the other five. */
export function logitDifference({ logits }: Run, answer = "B"): number {
  const at = letters.findIndex((each) => each === answer);
  return (logits[at] ?? NaN) - mean(logits.filter((_, k) => k !== at));
}

/** Recovery at every site and position when clean vectors are put into the corrupt run. */
export function recoveries(clean: string, corrupt: string, answer = "B"): Record<Site, number[]> {
  const [good, bad] = [clean, corrupt].map((sequence) => logitDifference(run(sequence), answer));
  const rows = sites.map((site) => [
    site,
    range(clean.length + 1).map((position) => {
      const patched = logitDifference(run(corrupt, { patch: { site, position, from: clean } }), answer);
      return (patched - (bad ?? NaN)) / ((good ?? NaN) - (bad ?? NaN));
    }),
  ]);
  return Object.fromEntries(rows) as Record<Site, number[]>;
}

/** The unembedding applied to the output block after 0, 1 and 2 layers. */
export function logitLens(sequence: string): number[][] {
  // only head 2 writes into the block that is unembedded
  const unwritten = run(sequence, { ablate: [{ site: "head2" }] }).probabilities;
  return [unwritten, unwritten, run(sequence).probabilities];
}

type Point = readonly [number, number, number];
export const cube: readonly Point[] = [-1, 1].flatMap((a) =>
  [-1, 1].flatMap((b) => [-1, 1].map((c) => [a, b, c] as const)),
);
export const blackBox = ([a, b, c]: Point) => sigmoid(3 * a * b + c);

/** Logistic regression fitted to the black box's outputs on all eight points. */
export function surrogate(interaction: boolean) {
  const features = cube.map(([a, b, c]) => [1, a, b, c, ...(interaction ? [a * b] : [])]);
  const wanted = cube.map(blackBox);
  let weights = (features[0] ?? []).map(() => 0);
  const predictions = () => features.map((row) => sigmoid(dot(row, weights)));
  for (let step = 0; step < 2000; step++) {
    const errors = predictions().map((p, i) => p - (wanted[i] ?? NaN));
    weights = weights.map(
      (weight, k) => weight - 0.5 * mean(features.map((row, i) => (errors[i] ?? NaN) * (row[k] ?? NaN))),
    );
  }
  const predicted = predictions();
  const squares = (values: readonly number[]) => sum(values.map((value) => value ** 2));
  const r2 =
    1 - squares(wanted.map((f, i) => f - (predicted[i] ?? NaN))) / squares(wanted.map((f) => f - mean(wanted)));
  const fidelity = mean(wanted.map((f, i) => (f > 0.5 === (predicted[i] ?? NaN) > 0.5 ? 1 : 0)));
  return { weights, r2, fidelity, predicted };
}

/** Mean squared change of f when x_j is replaced by each of its values, over the whole cube. */
export function permutationImportance(f: (x: Point) => number = blackBox): number[] {
  return range(3).map((j) =>
    mean(
      cube.flatMap((x) =>
        [-1, 1].map((v) => (f(x.map((value, k) => (k === j ? v : value)) as unknown as Point) - f(x)) ** 2),
      ),
    ),
  );
}

export interface Net {
  w1: number[][];
  b1: number[];
  w2: number[];
  b2: number;
}
export const defaultNet: Net = {
  w1: [
    [1, -1],
    [0.5, 2],
    [-1.5, 0.5],
  ],
  b1: [0, -0.5, 0.25],
  w2: [1, -2, 0.5],
  b2: 0.1,
};
const hidden = ({ w1, b1 }: Net, x: readonly number[]) => w1.map((row, h) => Math.tanh(dot(row, x) + (b1[h] ?? NaN)));
export const output = (net: Net, x: readonly number[]) => dot(net.w2, hidden(net, x)) + net.b2;
export function gradient(net: Net, x: readonly number[]): number[] {
  const slopes = hidden(net, x).map((t, h) => (1 - t ** 2) * (net.w2[h] ?? NaN));
  return x.map((_, i) => sum(slopes.map((slope, h) => slope * (net.w1[h]?.[i] ?? NaN))));
}

/** Midpoint rule; the residual is what completeness misses by. */
export function integratedGradients(
  slope: (x: number[]) => number[],
  value: (x: readonly number[]) => number,
  x: readonly number[],
  baseline: readonly number[],
  steps: number,
) {
  const along = range(steps).map((k) =>
    slope(baseline.map((from, i) => from + ((k + 0.5) / steps) * ((x[i] ?? NaN) - from))),
  );
  const attribution = x.map((to, i) => (to - (baseline[i] ?? NaN)) * mean(along.map((g) => g[i] ?? NaN)));
  return { attribution, residual: sum(attribution) - (value(x) - value(baseline)) };
}

/** 1 − ReLU(1 − x): a line up to 1, then flat. */
export const saturating = (x: number) => 1 - Math.max(0, 1 - x);
export const saturatingSlope = (x: number) => (x < 1 ? 1 : 0);

/** Units whose activation reaches the k-th largest value, against a concept's mask. */
export function dissectionIoU(activation: readonly number[], mask: readonly number[], k: number) {
  const threshold = activation.toSorted((a, b) => b - a)[k - 1] ?? NaN;
  const on = activation.map((value) => value >= threshold);
  const intersection = on.filter((lit, i) => lit && mask[i] === 1).length;
  const union = on.filter((lit, i) => lit || mask[i] === 1).length;
  return { intersection, union, iou: union === 0 ? 0 : intersection / union };
}
