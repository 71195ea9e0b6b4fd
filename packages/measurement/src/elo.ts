import { sigmoid } from "./logits";

/** What is known of a learner in one topic or objective: a rating in logits and the answers behind it. */
export interface Rating {
  rating: number;
  answers: number;
}

export interface AnsweredItem {
  /** Logits, from the newest snapshot or from the author. */
  difficulty: number;
  /** What a guess earns on average, 0 to 1 (`guessFloor`). */
  guess: number;
}

/** Nobody has answered anything: even odds on an item of difficulty 3. */
export const initialRating: Readonly<Rating> = { rating: 0, answers: 0 };

/**
 * Expected points: P = g + (1 - g) σ(θ - d), with g = 1/k for one right choice of k (Pelánek 2016, "Applications of the
 * Elo rating system in adaptive educational systems", Computers & Education 98, doi 10.1016/j.compedu.2016.03.017).
 */
export function expectedScore({ rating, difficulty, guess }: { rating: number } & AnsweredItem): number {
  return guess + (1 - guess) * sigmoid(rating - difficulty);
}

/** The uncertainty function of the same paper, U(n) = a / (1 + b n) with a = 1, b = 0.05: early answers move more. */
export function stepSize(answers: number): number {
  return 1 / (1 + 0.05 * answers);
}

/** θ + U(n) (score - P). Partial points count as the share they are. */
export function updateRating({ rating, answers }: Readonly<Rating>, item: { score: number } & AnsweredItem): Rating {
  const surprise = item.score - expectedScore({ rating, ...item });
  return { rating: rating + stepSize(answers) * surprise, answers: answers + 1 };
}

/** The share of a step that an answer moves a prerequisite by; less than this many logits is not worth a row. */
const creditShare = 0.25;
const leastCredit = 0.005;

/**
 * What a good answer says of a prerequisite: κ U(n) max(0, score - P) with κ = 1/4, where P is what the prerequisite's own
 * rating expects of that item. Whoever does the harder thing knows what it stands on (surmise relations, Doignon & Falmagne
 * 1985, "Spaces for the assessment of knowledge", Int. J. Man-Machine Studies 23); a poor answer may come from the harder
 * topic itself and takes nothing away. Evidence from elsewhere is not an answer: the count behind the rating stays.
 * @returns logits to add to the prerequisite's rating, 0 where it already knew as much
 */
export function prerequisiteCredit(
  { rating, answers }: Readonly<Rating>,
  item: { score: number } & AnsweredItem,
): number {
  const credit = creditShare * stepSize(answers) * (item.score - expectedScore({ rating, ...item }));
  return credit < leastCredit ? 0 : credit;
}
