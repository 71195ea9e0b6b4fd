import type { Ability } from "../ability";
import { addFirstAnswer, difficultyFrom, type ItemSums, noAnswers } from "../item-sums";

/** What answers said, and the difficulty that the newest snapshot made of it; null before the first one. */
interface Estimate {
  sums: ItemSums;
  difficulty: number | null;
}
interface Item {
  skills: readonly string[];
  first: Estimate;
  again: Estimate;
}
const unknown = (): Estimate => ({ sums: noAnswers, difficulty: null });

/**
 * What an item's own first answers say is worth more than ten of the author's, so meeting it again is taken to be as hard
 * until twenty answers say otherwise.
 */
const againPriorWeight = 20;

/**
 * Difficulties of a replay: of each item when first met, from first answers as in the product, with its skills' difficulty
 * for an author's opinion; and of the same item met again, which whoever has seen its solution finds easier, and whoever
 * tries again because they failed finds harder. The product asks no such question of a model: its reviews are the scheduler's.
 */
export class ItemDifficulties {
  readonly #items = new Map<string, Item>();
  /** All items of a skill taken together. */
  readonly #skills = new Map<string, Estimate>();
  readonly #changed = { first: new Set<Item>(), again: new Set<Item>(), skills: new Set<Estimate>() };
  #all: ItemSums = noAnswers;
  /** Logits; at the base rate so far, a learner of whom nothing is known is typical. */
  #typical = 0;
  /** Abilities are relative to the item here, so that the difficulty of these sums is what meeting again adds. */
  #allAgain: ItemSums = noAnswers;
  #addedAgain = 0;

  get skillCount(): number {
    return this.#skills.size;
  }

  /** Logits, for whoever meets the item now. */
  expected(id: string, skills: readonly string[], isFirst: boolean): number {
    const item = this.#item(id, skills);
    const first = item.first.difficulty ?? this.#ofSkills(item);
    return isFirst ? first : (item.again.difficulty ?? first + this.#addedAgain);
  }

  add(
    id: string,
    skills: readonly string[],
    isFirst: boolean,
    answer: { points: number; ability: Ability; guess: number },
  ): void {
    const item = this.#item(id, skills);
    if (isFirst) {
      this.#all = addFirstAnswer(this.#all, answer);
      item.first.sums = addFirstAnswer(item.first.sums, answer);
      this.#changed.first.add(item);
      for (const name of skills) {
        const skill = this.#skill(name);
        skill.sums = addFirstAnswer(skill.sums, answer);
        this.#changed.skills.add(skill);
      }
    } else {
      const { rating, variance } = answer.ability;
      const relative = { rating: rating - (item.first.difficulty ?? this.#ofSkills(item)), variance };
      this.#allAgain = addFirstAnswer(this.#allAgain, { ...answer, ability: relative });
      item.again.sums = addFirstAnswer(item.again.sums, answer);
      this.#changed.again.add(item);
    }
  }

  /** Brings the difficulty of everything that was answered since the last one up to date. */
  snapshot(): void {
    this.#typical = difficultyFrom({ ...this.#all, microRatings: 0, microSquares: 0 }, 0);
    this.#addedAgain = difficultyFrom(this.#allAgain, 0);
    const { first, again, skills } = this.#changed;
    for (const skill of skills) skill.difficulty = difficultyFrom(skill.sums, this.#typical);
    for (const item of first) item.first.difficulty = difficultyFrom(item.first.sums, this.#ofSkills(item));
    for (const { first: met, again: anew } of again)
      anew.difficulty = difficultyFrom(
        anew.sums,
        (met.difficulty ?? this.#typical) + this.#addedAgain,
        againPriorWeight,
      );
    for (const changed of [first, again, skills]) changed.clear();
  }

  /** Logits of the newest snapshot, for whoever meets the item first. */
  of(id: string): number {
    return this.#items.get(id)?.first.difficulty ?? this.#typical;
  }

  /** What stands for an author's opinion: as hard as items of its skills are. */
  #ofSkills({ skills }: Item): number {
    const known = skills.map((skill) => this.#skills.get(skill)?.difficulty ?? this.#typical);
    return known.length ? known.reduce((sum, d) => sum + d, 0) / known.length : this.#typical;
  }

  #item(id: string, skills: readonly string[]): Item {
    let item = this.#items.get(id);
    if (!item) {
      item = { skills, first: unknown(), again: unknown() };
      this.#items.set(id, item);
    }
    return item;
  }

  #skill(name: string): Estimate {
    let skill = this.#skills.get(name);
    if (!skill) {
      skill = unknown();
      this.#skills.set(name, skill);
    }
    return skill;
  }
}
