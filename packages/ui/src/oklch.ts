/** OKLCH to sRGB (Björn Ottosson, "A perceptual color space for image processing", 2020) and WCAG 2 contrast. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
}
type Triple = readonly [number, number, number];

export function linearRgb({ l, c, h }: Oklch): Triple {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const l3 = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m3 = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s3 = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
    -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
    -0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3,
  ];
}

export const isInSrgb = (color: Oklch): boolean => linearRgb(color).every((value) => value > -0.001 && value < 1.001);

function luminance(color: Oklch): number {
  const [r, g, b] = linearRgb(color).map((value) => Math.min(1, Math.max(0, value))) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** 1 (same) to 21 (black on white). */
export function contrast(one: Oklch, other: Oklch): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
