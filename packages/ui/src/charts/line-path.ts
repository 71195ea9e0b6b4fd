export interface Point {
  x: number;
  y: number;
}
export interface Frame {
  x: readonly [number, number];
  y: readonly [number, number];
}

const round = (value: number) => Math.round(value * 100) / 100;

/** From data to a square of 100 by 100, y upwards. A frame without extent puts everything in its middle. */
export function place({ x, y }: Point, frame: Frame): Point {
  const along = (value: number, [from, to]: readonly [number, number]) =>
    to === from ? 0.5 : (value - from) / (to - from);
  return { x: round(along(x, frame.x) * 100), y: round(100 - along(y, frame.y) * 100) };
}

/** One stroke through all points. */
export const linePath = (points: readonly Point[], frame: Frame): string =>
  points
    .map((point) => place(point, frame))
    .map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`)
    .join("");

/** A stroke of no length at each point: round caps make it a dot that stretching does not turn into an ellipse. */
export const dotsPath = (points: readonly Point[], frame: Frame): string =>
  points
    .map((point) => place(point, frame))
    .map(({ x, y }) => `M${x} ${y}h0`)
    .join("");
