import type { FileAnswer } from "./row";

/** Numbers instead of words that come again and again. */
class Words {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  number(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#words.push(word) - 1;
      this.#numbers.set(word, number);
    }
    return number;
  }
  word = (number: number): string => this.#words[number] ?? "";
}

/** Learner, item, skills, right or not; time; guess and probability, NaN where there are none: 44 bytes a row. */
const [wholes, fractions] = [4, 3];
const firstRows = 1 << 16;
const none = (value: number) => (Number.isNaN(value) ? undefined : value);

/** Answers of a file that is not in the order of time, packed as numbers, since sorting needs all of them at once. */
export class SortedAnswers {
  readonly #words = new Words();
  #rows = 0;
  #wholes = new Int32Array(firstRows * wholes);
  #fractions = new Float64Array(firstRows * fractions);

  add({ learner, item, skills, correct, time, guess, probability }: FileAnswer): void {
    if ((this.#rows + 1) * wholes > this.#wholes.length) this.#grow();
    const number = (word: string) => this.#words.number(word);
    this.#wholes.set([number(learner), number(item), number(skills.join("\n")), Number(correct)], this.#rows * wholes);
    this.#fractions.set([time, guess ?? Number.NaN, probability ?? Number.NaN], this.#rows * fractions);
    this.#rows++;
  }

  /** From the earliest; what has the same time stays as it stood in the file. */
  *inOrder(): Generator<FileAnswer> {
    const time = (row: number) => this.#fractions[row * fractions] ?? 0;
    const order = Uint32Array.from({ length: this.#rows }, (_, row) => row);
    order.sort((a, b) => time(a) - time(b) || a - b);
    for (const row of order) {
      const [learner = 0, item = 0, skills = 0, correct] = this.#wholes.subarray(row * wholes, (row + 1) * wholes);
      const [at = 0, guess = Number.NaN, probability = Number.NaN] = this.#fractions.subarray(
        row * fractions,
        (row + 1) * fractions,
      );
      const { word } = this.#words;
      yield {
        learner: word(learner),
        item: word(item),
        skills: word(skills).split("\n"),
        correct: correct === 1,
        time: at,
        guess: none(guess),
        probability: none(probability),
      };
    }
  }

  #grow(): void {
    const [ints, floats] = [this.#wholes, this.#fractions];
    this.#wholes = new Int32Array(ints.length * 2);
    this.#wholes.set(ints);
    this.#fractions = new Float64Array(floats.length * 2);
    this.#fractions.set(floats);
  }
}
