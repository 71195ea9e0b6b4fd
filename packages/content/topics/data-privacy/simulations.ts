import { seededRandom } from "@tidao/kernel";
import { normal, normals } from "@tidao/labs/normal";

/** Normal distribution function, by its series near 0 and a continued fraction in the tails; 1e-14 relative. */
export function normalCdf(x: number): number {
  if (x > 0) return 1 - normalCdf(-x);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x > -3) {
    let [term, sum] = [x, x];
    for (let k = 1; k < 120; k++) sum += term *= (x * x) / (2 * k + 1);
    return 0.5 + density * sum;
  }
  let fraction = 0;
  for (let k = 200; k >= 1; k--) fraction = k / (-x + fraction);
  return density / (-x + fraction);
}

/** δ of Gaussian noise of deviation σ at sensitivity 1 (Balle and Wang 2018, theorem 8). */
export const gaussianDelta = (epsilon: number, sigma: number): number =>
  normalCdf(1 / (2 * sigma) - epsilon * sigma) - Math.exp(epsilon) * normalCdf(-1 / (2 * sigma) - epsilon * sigma);
export const classicalSigma = (epsilon: number, delta: number): number => Math.sqrt(2 * Math.log(1.25 / delta)) / epsilon;
/** The smallest σ that keeps to δ, by bisection. */
export function exactSigma(epsilon: number, delta: number): number {
  let [low, high] = [1e-3, 1e3];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (gaussianDelta(epsilon, middle) > delta) low = middle;
    else high = middle;
  }
  return high;
}

/** ε of the Poisson-sampled Gaussian mechanism by Rényi orders 2 to 256 (Mironov, Talwar and Zhang 2019). */
export function rdpEpsilon(q: number, sigma: number, steps: number, delta: number): { epsilon: number; order: number } {
  let best = { epsilon: Infinity, order: 0 };
  for (let order = 2; order <= 256; order++) {
    const terms: number[] = [];
    let logBinomial = 0;
    for (let k = 0; k <= order; k++) {
      if (k > 0) logBinomial += Math.log((order - k + 1) / k);
      if ((q === 1 && k < order) || (q === 0 && k > 0)) continue;
      terms.push(
        logBinomial +
          (k < order ? (order - k) * Math.log(1 - q) : 0) +
          (k > 0 ? k * Math.log(q) : 0) +
          (k * k - k) / (2 * sigma * sigma),
      );
    }
    const most = Math.max(...terms);
    const divergence = (most + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - most), 0))) / (order - 1);
    const epsilon = steps * divergence + Math.log(1 / delta) / (order - 1);
    if (epsilon < best.epsilon) best = { epsilon, order };
  }
  return best;
}

interface Row {
  x: number[];
  y: number;
}
/** Two classes 1.5 apart to each side along the diagonal of 20 features with unit noise, and a constant. */
function rows(count: number, seed: number, width = 20): Row[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const y = random.next() < 0.5 ? 1 : -1;
    return { y, x: [...Array.from({ length: width }, () => (1.5 / Math.sqrt(width)) * y + normal(random)), 1] };
  });
}
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** Logistic regression by DP-SGD: 50 steps, sampling rate 0.1, clip norm 1, rate 0.5; accuracy on 2000 fresh rows. */
export function dpSgd(count: number, sigma: number): { accuracy: number; clipped: number } {
  const [q, clip, rate] = [0.1, 1, 0.5];
  const train = rows(count, 1);
  const random = seededRandom(7);
  let weights = Array.from({ length: 21 }, () => 0);
  let [seen, cut] = [0, 0];
  for (let step = 0; step < 50; step++) {
    const sum = Array.from({ length: 21 }, () => 0);
    for (const { x, y } of train) {
      if (random.next() >= q) continue;
      const slope = -1 / (1 + Math.exp(dot(weights, x) * y));
      const gradient = x.map((value) => slope * y * value);
      const length = Math.hypot(...gradient);
      seen++;
      if (length > clip) cut++;
      gradient.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value * Math.min(1, clip / length)));
    }
    for (let i = 0; i < 21; i++) sum[i] = (sum[i] ?? 0) + sigma * clip * normal(random);
    weights = weights.map((weight, i) => weight - (rate * (sum[i] ?? 0)) / (q * count));
  }
  const test = rows(2000, 2);
  const right = test.filter(({ x, y }) => dot(weights, x) * y > 0).length;
  return { accuracy: right / test.length, clipped: seen === 0 ? 0 : cut / seen };
}

/** Gradients of a linear layer, averaged over a batch, and the input that each row of them seems to show. */
export function leakedInputs(batch: readonly { x: number[]; delta: number[] }[]): number[][] {
  const outputs = batch[0]?.delta.length ?? 0;
  return Array.from({ length: outputs }, (_, row) => {
    const bias = batch.reduce((sum, { delta }) => sum + (delta[row] ?? 0), 0) / batch.length;
    return (batch[0]?.x ?? []).map(
      (_, column) =>
        batch.reduce((sum, { x, delta }) => sum + (delta[row] ?? 0) * (x[column] ?? 0), 0) / batch.length / bias,
    );
  });
}

/** AUC of telling members of a released mean from others by the inner product with it. */
export function membershipAuc(count: number, width: number, sigma: number, seed: number): number {
  const draw = normals(seed);
  const group = () => Array.from({ length: count }, () => Array.from({ length: width }, draw));
  const [members, others] = [group(), group()];
  const release = Array.from(
    { length: width },
    (_, i) => members.reduce((sum, row) => sum + (row[i] ?? 0), 0) / count + sigma * draw(),
  );
  const [inside, outside] = [members, others].map((all) => all.map((row) => dot(row, release)));
  let wins = 0;
  for (const a of inside ?? []) for (const b of outside ?? []) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / count ** 2;
}
