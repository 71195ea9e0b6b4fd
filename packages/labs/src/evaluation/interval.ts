/** Wilson's score interval for a proportion (Wilson 1927). */
export function wilson(right: number, n: number, z = 1.959963984540054): { low: number; high: number } {
  const p = right / n;
  const scale = 1 + z ** 2 / n;
  const centre = p + z ** 2 / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return { low: (centre - half) / scale, high: Math.min(1, (centre + half) / scale) };
}
