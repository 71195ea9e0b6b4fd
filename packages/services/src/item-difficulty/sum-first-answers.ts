import { addFirstAnswer, type ItemSums, LearnerAbilities, noAnswers } from "@tidao/measurement";

export interface OrderedAnswer {
  subjectId: string;
  questionId: string;
  topicSlug: string;
  /** 0 to 1. */
  points: number;
  /** Logits. */
  difficulty: number;
  guess: number;
}

/**
 * What first answers say about each item, given one learner's log after the other. The learner's abilities are those of just
 * before the answer, from the newest difficulties: each snapshot so mends what the one before it knew of learners, which is
 * how item and person estimates are found together (joint maximum likelihood: Wright & Panchapakesan 1969, "A procedure for
 * sample-free item analysis", Educ. Psychol. Meas. 29), one round a snapshot.
 */
export class FirstAnswers {
  readonly items = new Map<string, ItemSums>();
  #subjectId: string | null = null;
  #learner = new LearnerAbilities();
  #met = new Set<string>();

  add({ subjectId, questionId, topicSlug, points, difficulty, guess }: OrderedAnswer): void {
    if (subjectId !== this.#subjectId) {
      this.#subjectId = subjectId;
      this.#learner = new LearnerAbilities();
      this.#met = new Set();
    }
    if (!this.#met.has(questionId)) {
      const answer = { points, guess, ability: this.#learner.ability([topicSlug]) };
      this.items.set(questionId, addFirstAnswer(this.items.get(questionId) ?? noAnswers, answer));
      this.#met.add(questionId);
    }
    this.#learner.answer([topicSlug], { score: points, difficulty, guess });
  }
}
