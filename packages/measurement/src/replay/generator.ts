import { type Random, seededRandom } from "@tidao/kernel";
import { expectedScore } from "../elo";

export interface World {
  seed: number;
  learners: number;
  skills: number;
  /** Over all skills. */
  items: number;
  answers: number;
  /** Between two skills of one learner. */
  correlation: number;
  /** Spread of ability and of difficulty, logits. */
  spread: number;
  /** Spread of what the items of one skill have in common, logits. */
  skillSpread: number;
  /** Logits; below zero most answers are right, as in most courses. */
  meanDifficulty: number;
  /** Logits that a skill has gained after eight answers, for the mean learner; it goes on as ln(1 + n / 8) / ln 2. */
  growth: number;
  /** 0 to 1: how often a learner takes the nearer of two items to their ability, so that able learners meet harder ones. */
  choosiness: number;
}

/** Six hundred answers of each learner: enough that a model's errors are its own and not for want of answers. */
export const defaultWorld: Readonly<World> = {
  seed: 1,
  learners: 150,
  skills: 4,
  items: 120,
  answers: 90_000,
  correlation: 0.6,
  spread: 1.2,
  skillSpread: 0.5,
  meanDifficulty: -0.5,
  growth: 0.15,
  choosiness: 0.5,
};

export interface GeneratedItem {
  id: string;
  skill: number;
  difficulty: number;
  guess: number;
}
export interface GeneratedAnswer {
  learner: string;
  skills: string[];
  item: string;
  correct: boolean;
  /** Seconds since the first answer. */
  time: number;
  guess: number;
  /** The chance of being right that the answer was drawn with. */
  probability: number;
}

interface Person {
  abilities: number[];
  practised: number[];
  growth: number;
  skill: number;
}

/** Box & Muller 1958, "A note on the generation of random normal deviates", Ann. Math. Stat. 29. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/**
 * Answers whose probabilities are known: a three-parameter logistic model without slopes (Birnbaum 1968, in Lord & Novick,
 * "Statistical Theories of Mental Test Scores"), skills of one learner correlated, growing with practice, and items not met
 * at random. The same world always gives the same answers, one after the other in time, so that any number can be written.
 */
export function generateAnswers(change: Partial<World> = {}) {
  const world = { ...defaultWorld, ...change };
  const random = seededRandom(world.seed);
  const ofSkills = Array.from({ length: world.skills }, () => world.skillSpread * normal(random));
  const items = Array.from({ length: world.items }, (_, i): GeneratedItem => {
    const skill = i % world.skills;
    const difficulty = world.meanDifficulty + (ofSkills[skill] ?? 0) + world.spread * normal(random);
    return { id: `item-${i + 1}`, skill, difficulty, guess: random.pick([0, 0, 0.2, 0.25]) };
  });
  const bySkill = Array.from({ length: world.skills }, (_, skill) => items.filter((item) => item.skill === skill));
  const people = Array.from({ length: world.learners }, (): Person => {
    const general = normal(random);
    const own = () => Math.sqrt(world.correlation) * general + Math.sqrt(1 - world.correlation) * normal(random);
    return {
      abilities: Array.from({ length: world.skills }, () => world.spread * own()),
      practised: Array.from({ length: world.skills }, () => 0),
      growth: world.growth * (0.5 + random.next()),
      skill: random.integer(0, world.skills - 1),
    };
  });
  return { world, items, answers: answersOf(world, people, bySkill, random) };
}

function* answersOf(
  world: World,
  people: readonly Person[],
  bySkill: readonly GeneratedItem[][],
  random: Random,
): Generator<GeneratedAnswer> {
  for (let time = 0; time < world.answers; time++) {
    const who = random.integer(0, people.length - 1);
    const person = people[who] as Person;
    if (random.next() < 0.1) person.skill = random.integer(0, world.skills - 1);
    const practised = person.practised[person.skill] ?? 0;
    const rating = (person.abilities[person.skill] ?? 0) + person.growth * Math.log2(1 + practised / 8);
    const choices = bySkill[person.skill] ?? [];
    const [one, other] = [random.pick(choices), random.pick(choices)];
    const isNearer = Math.abs(one.difficulty - rating) < Math.abs(other.difficulty - rating);
    const item = isNearer || random.next() > world.choosiness ? one : other;
    const probability = expectedScore({ rating, difficulty: item.difficulty, guess: item.guess });
    person.practised[person.skill] = practised + 1;
    yield {
      learner: `learner-${who + 1}`,
      skills: [`skill-${person.skill + 1}`],
      item: item.id,
      correct: random.next() < probability,
      time,
      guess: item.guess,
      probability,
    };
  }
}
