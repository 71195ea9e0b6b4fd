import type { Random } from "@tidao/kernel";
import { type Card, fsrsWeights, newCard, reviewCard } from "../card";
import type { Rating } from "../rating";
import type { ReviewTally } from "./forgetting-factor";
import { memoryModel } from "./memory-model";
import type { PlanCard, PlanTopic } from "./plan-input";

const memory = memoryModel(fsrsWeights());
const dayMs = 86_400_000;
const firstMorning = Date.UTC(2026, 0, 5, 9);
/** Nobody sits longer than this at one question, or shorter. */
const secondsEach = { least: 30, most: 120 };

export interface Question extends Pick<PlanCard, "id" | "topic" | "seconds"> {
  firstRight: number;
  card: Card | null;
  lastDay: number;
}

/**
 * Somebody whose memory is known: FSRS-6 with every stability multiplied by `factor`, so that what they recall can be
 * drawn by chance and compared with what was foretold. Only for tests.
 */
export class SimulatedLearner {
  readonly random: Random;
  readonly factor: number;
  readonly topics: PlanTopic[];
  readonly questions: Question[];
  readonly tallies = new Map<number, ReviewTally>();

  constructor(random: Random, factor: number, size: { topics: number; each: number }) {
    this.random = random;
    this.factor = factor;
    this.topics = Array.from({ length: size.topics }, (_, t) => ({
      slug: `t${t}`,
      weight: 1,
      prerequisites: t > 2 && t % 3 === 0 ? [`t${t - 3}`] : [],
    }));
    this.questions = this.topics.flatMap(({ slug }) =>
      Array.from({ length: size.each }, (_, n) => ({
        id: `${slug}-${n}`,
        topic: slug,
        seconds: random.integer(secondsEach.least, secondsEach.most),
        firstRight: 0.6,
        card: null,
        lastDay: 0,
      })),
    );
  }

  /** The same learner, to live another life from here. */
  twin(random: Random): SimulatedLearner {
    const other = new SimulatedLearner(random, this.factor, { topics: 0, each: 0 });
    other.topics.push(...this.topics);
    other.questions.push(...this.questions.map((question) => ({ ...question })));
    for (const [day, tally] of this.tallies) other.tallies.set(day, { ...tally });
    return other;
  }

  recall(question: Question, day: number): number {
    return question.card ? memory.recall(day - question.lastDay, this.factor * question.card.stability) : 0;
  }

  /** An answer on a day, some minutes after nine; how right it is is drawn. */
  answer(question: Question, day: number, minutes = 0): void {
    const { card } = question;
    const wait = day - question.lastDay;
    const chance = !card ? question.firstRight : wait > 0 ? this.recall(question, day) : 0.95;
    const recalled = this.random.next() < chance;
    if (card && wait > 0) {
      const tally = this.tallies.get(day) ?? { reviews: 0, recalled: 0, expected: 0 };
      tally.reviews++;
      if (recalled) tally.recalled++;
      tally.expected += memory.recall(wait, card.stability);
      this.tallies.set(day, tally);
    }
    const dice = this.random.next();
    const rating: Rating = !recalled ? 1 : dice < 0.15 ? 2 : dice < 0.9 ? 3 : 4;
    const at = new Date(firstMorning + day * dayMs + minutes * 60_000);
    question.card = reviewCard(card ?? newCard(at), rating, at);
    question.lastDay = day;
  }

  /** As the planner sees them on a day. */
  cards(day: number): PlanCard[] {
    return this.questions.map(({ id, topic, seconds, firstRight, card, lastDay }) => ({
      id,
      topic,
      seconds,
      firstRight,
      memory: card && { stability: card.stability, difficulty: card.difficulty, daysAgo: day - lastDay },
    }));
  }

  /**
   * Plain FSRS: what is due, the longest due first, then new questions in their order, until the time is over. `steps` is
   * FSRS's own way of asking a failed or new card again after minutes; without it no card comes twice on a day.
   * `newFirst` is the share of the time that is kept for new questions.
   */
  workAsDue(day: number, budget: number, { steps = true, newFirst = 0 } = {}): number {
    let spent = 0;
    for (;;) {
      const now = new Date(firstMorning + day * dayMs + spent * 1000);
      const left = budget - spent;
      let due: Question | undefined;
      for (const question of this.questions) {
        if (!question.card || question.seconds > left || (!steps && question.lastDay === day)) continue;
        const at = question.card.due;
        if (at <= now && (!due?.card || at < due.card.due)) due = question;
      }
      const fresh = this.questions.find(({ card, seconds }) => !card && seconds <= left);
      const next = fresh && spent < budget * newFirst ? fresh : (due ?? fresh);
      if (!next) return spent;
      this.answer(next, day, spent / 60);
      spent += next.seconds;
    }
  }

  /** Mean chance of recall over all questions on a day. */
  expectedRecall(day: number): number {
    return this.questions.reduce((sum, question) => sum + this.recall(question, day), 0) / this.questions.length;
  }
  /** The share that is in fact known in an interview of so many questions. */
  interview(day: number, asked: number): number {
    const drawn = this.random.shuffle(this.questions).slice(0, asked);
    return drawn.filter((question) => this.random.next() < this.recall(question, day)).length / drawn.length;
  }
}
