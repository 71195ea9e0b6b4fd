import { type Random, seededRandom } from "@tidao/kernel";

/** A standard normal number by Box and Muller (1958): the first uniform gives the radius, the second the angle. */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

/** Standard normals of a seed, one at each call; nothing is kept between two, so that every language draws the same ones. */
export function normals(seed: number): () => number {
  const random = seededRandom(seed);
  return () => normal(random);
}
