/** How a number looks in a text: six significant digits at most, whole numbers whole, no exponent from 1e-4 to 1e15. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size >= 1e15 || size < 1e-4) {
    const [digits = "", exponent = ""] = value.toExponential(5).split("e");
    return `${Number(digits)}e${Number(exponent)}`;
  }
  if (Number.isInteger(value)) return String(value);
  const wholeDigits = Math.floor(Math.log10(size)) + 1;
  const decimals = Math.max(0, 6 - wholeDigits);
  return withoutTrailingZeros(value.toFixed(Math.min(decimals, 10)));
}
const withoutTrailingZeros = (digits: string) => (digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits);

const grouped = (digits: string) =>
  digits.replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** Formats of a placeholder: ".2f", ",", ",.1f". Null for any other. */
export function formatBy(value: number, format: string): string | null {
  const match = /^(,?)(?:\.(\d{1,2})f)?$/.exec(format.trim());
  if (!match || format.trim() === "") return null;
  const digits =
    match[2] === undefined ? formatNumber(value) : value.toFixed(Number(match[2])).replace(/^-(0(?:\.0*)?)$/, "$1");
  return match[1] ? grouped(digits) : digits;
}
