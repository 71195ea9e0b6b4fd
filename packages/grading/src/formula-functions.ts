type Value = number | boolean;

/** ceil(0.3 / 0.1) must be 3, floor(0.6 / 0.2) too: a result within rounding noise of an integer is that integer. */
const settle = (x: number) => {
  const noise = Math.min(0.01, Math.max(1e-10, 4e-15 * Math.abs(x)));
  return Math.abs(x - Math.round(x)) <= noise ? Math.round(x) : x;
};
const equal = (a: Value, b: Value) =>
  a === b || Math.abs(Number(a) - Number(b)) <= 1e-12 * Math.max(Math.abs(Number(a)), Math.abs(Number(b)));

/** Half away from zero, as people round by hand; Math.round would send -2.5 to -2. */
function round(x: number, digits = 0): number {
  const scale = 10 ** digits;
  const scaled = settle(Math.abs(x) * scale * 2) / 2;
  return (Math.sign(x) * Math.floor(scaled + 0.5)) / scale;
}
/** The sign of the divisor, as in Python and mathjs. */
const mod = (x: number, y: number) => (y === 0 ? x : x - y * Math.floor(settle(x / y)));
function factorial(n: number): number {
  if (!Number.isInteger(n) || n < 0) return Number.NaN;
  let product = 1;
  for (let i = 2; i <= Math.min(n, 171); i++) product *= i;
  return product;
}
function combinations(n: number, k: number): number {
  if (!Number.isInteger(n) || !Number.isInteger(k) || k < 0 || n < 0 || Math.min(k, n - k) > 10_000) return Number.NaN;
  if (k > n) return 0;
  let product = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) product = (product * (n - Math.min(k, n - k) + i)) / i;
  return Math.round(product) === product || product > 1e15 ? product : Math.round(product);
}
const log = (x: number, base?: number) => (base === undefined ? Math.log(x) : Math.log(x) / Math.log(base));

const takes = (least: number, most: number, run: (...args: number[]) => number) => ({ least, most, run });
type Numeric = (...args: number[]) => number;

/** All that a formula may call. */
export const functions: Record<string, { least: number; most: number; run: Numeric }> = {
  ceil: takes(1, 1, (x = Number.NaN) => Math.ceil(settle(x))),
  floor: takes(1, 1, (x = Number.NaN) => Math.floor(settle(x))),
  round: takes(1, 2, (x = Number.NaN, digits = 0) => round(x, digits)),
  abs: takes(1, 1, Math.abs),
  sign: takes(1, 1, Math.sign),
  sqrt: takes(1, 1, Math.sqrt),
  cbrt: takes(1, 1, Math.cbrt),
  exp: takes(1, 1, Math.exp),
  pow: takes(2, 2, Math.pow),
  log: takes(1, 2, log),
  log2: takes(1, 1, Math.log2),
  log10: takes(1, 1, Math.log10),
  sin: takes(1, 1, Math.sin),
  cos: takes(1, 1, Math.cos),
  tanh: takes(1, 1, Math.tanh),
  min: takes(1, 20, Math.min),
  max: takes(1, 20, Math.max),
  mod: takes(2, 2, mod),
  factorial: takes(1, 1, factorial),
  combinations: takes(2, 2, combinations),
};

const arithmetic = (run: (a: number, b: number) => number) => (a?: Value, b?: Value) => run(Number(a), Number(b));
const relation = (run: (a: number, b: number) => boolean) => (a?: Value, b?: Value) => run(Number(a), Number(b));

/** mathjs' names of the operators that a formula may use. */
export const operators: Record<string, (...args: Value[]) => Value> = {
  add: arithmetic((a, b) => a + b),
  subtract: arithmetic((a, b) => a - b),
  multiply: arithmetic((a, b) => a * b),
  divide: arithmetic((a, b) => a / b),
  pow: arithmetic((a, b) => a ** b),
  mod: arithmetic(mod),
  unaryMinus: (a) => -Number(a),
  unaryPlus: (a) => Number(a),
  factorial: (a) => factorial(Number(a)),
  equal: relation((a, b) => equal(a, b)),
  unequal: relation((a, b) => !equal(a, b)),
  smaller: relation((a, b) => a < b && !equal(a, b)),
  smallerEq: relation((a, b) => a < b || equal(a, b)),
  larger: relation((a, b) => a > b && !equal(a, b)),
  largerEq: relation((a, b) => a > b || equal(a, b)),
  and: (a, b) => Boolean(a) && Boolean(b),
  or: (a, b) => Boolean(a) || Boolean(b),
  not: (a) => !a,
};

export const constants: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

/** Words that the parser or the function list takes; a parameter of such a name would not be what its author thinks. */
const words = "pi e i mod to in and or xor not true false null undefined end NaN Infinity constructor toString valueOf";
export const reservedNames: ReadonlySet<string> = new Set([...Object.keys(functions), ...words.split(" ")]);
