import * as fc from "fast-check";
import { sampleQuestion } from "../sample-questions";
import type { Answer, QuestionKind, QuestionSpec } from "../spec";

/** Valid questions of every kind, of every size that their specs allow: what the rules of grading are held against. */

// "constructor" is a name that every object has: a careless look-up finds it
const id = fc.oneof(
  { weight: 9, arbitrary: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,6}$/) },
  { weight: 1, arbitrary: fc.constant("constructor") },
);
export const ids = (minLength: number, maxLength: number) => fc.uniqueArray(id, { minLength, maxLength });
const text = (word: string) => ({ zh: `中文 ${word}`, en: `English ${word}` });

/** Ids with a flag each, at least one true and one false. */
const flagged = (min: number, max: number) =>
  ids(min, max).chain((names) =>
    fc
      .shuffledSubarray(names, { minLength: 1, maxLength: names.length - 1 })
      .map((chosen) => names.map((name) => ({ id: name, flag: chosen.includes(name) }))),
  );
const choices = (parts: { id: string; flag: boolean }[]) =>
  parts.map(({ id: name, flag }) => ({ id: name, text: text(name), correct: flag, why: text(name) }));

const words = ["alpha", "beta", "gamma", "delta", "omega", "sigma", "theta", "kappa", "lambda", "zeta"];
/** Wordings that share no word: what one says is said by no other. */
const phraseOf = (at: number) => ({
  zh: [`${"甲乙丙丁戊己"[at]}向${"东西南北中外"[at]}流动`],
  en: [`${words[at]} flows${at} through lattice${at}`],
});

export const anyQuestion: { [K in QuestionKind]: fc.Arbitrary<QuestionSpec> } = {
  "single-choice": ids(2, 6)
    .chain((names) => fc.nat(names.length - 1).map((key) => names.map((name, at) => ({ id: name, flag: at === key }))))
    .map((parts) => sampleQuestion({ kind: "single-choice", choices: choices(parts) })),
  "multiple-choice": flagged(3, 8).map((parts) => sampleQuestion({ kind: "multiple-choice", choices: choices(parts) })),
  numeric: fc
    .record({
      // six significant digits are shown of a key: a finer one with no tolerance is its author's fault
      answer: fc.integer({ min: -99_999, max: 99_999 }).chain((n) => fc.constantFrom(n, n / 10, n / 1000, n * 1000)),
      tolerance: fc.oneof(
        fc.record({ relative: fc.integer({ min: 1, max: 200 }).map((n) => n / 1000) }),
        fc.record({ absolute: fc.integer({ min: 0, max: 500 }).map((n) => n / 100) }),
      ),
    })
    .map((rest) => sampleQuestion({ kind: "numeric", ...rest })),
  ordering: ids(3, 7).map((names) =>
    sampleQuestion({
      kind: "ordering",
      items: names.map((name) => ({ id: name, text: text(name) })),
      why: text("order"),
    }),
  ),
  matching: fc.tuple(ids(3, 11), fc.nat(3)).map(([names, spare]) => {
    const pairs = names.slice(0, Math.min(8, Math.max(3, names.length - spare)));
    const extras = names.slice(pairs.length).slice(0, 3);
    return sampleQuestion({
      kind: "matching",
      pairs: pairs.map((name) => ({ id: name, left: text(name), right: text(`right ${name}`), why: text(name) })),
      extras: extras.map((name) => ({ id: name, right: text(`right ${name}`) })),
    });
  }),
  cloze: ids(1, 6).map((names) =>
    sampleQuestion({
      kind: "cloze",
      passage: text(names.map((name) => `[[${name}]]`).join(" ")),
      blanks: names.map((name, at) => ({
        id: name,
        accept: { zh: [`第${"一二三四五六"[at]}层`], en: [`${words[at]} layer`, `${at + 1}024`] },
        why: text(name),
        distractors: [{ text: `trap ${at}`, why: text("trap") }],
      })),
    }),
  ),
  "find-error": flagged(3, 10).map((parts) =>
    sampleQuestion({
      kind: "find-error",
      passage: text(parts.map(({ id: name }) => `[[${name}|words]]`).join(" ")),
      spans: parts.map(({ id: name, flag }) => ({
        id: name,
        wrong: flag,
        why: text(name),
        correction: text("mended"),
      })),
    }),
  ),
  "short-answer": ids(2, 6).map((names) =>
    sampleQuestion({
      kind: "short-answer",
      keyPoints: names.map((name, at) => ({ id: name, text: text(name), phrases: phraseOf(at) })),
      modelAnswer: text("model"),
    }),
  ),
};
export const anyQuestionOf = fc.oneof(...Object.values(anyQuestion));

const some = (names: string[]) => fc.array(fc.constantFrom(...names), { maxLength: 8 });
const someRecord = <T>(keys: string[], value: fc.Arbitrary<T>) =>
  fc
    .array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 8 })
    .map((entries): Record<string, T> => Object.fromEntries(entries));

/** An answer of the question's kind that names only its parts, but any of them, however often. */
export function anyAnswer({ interaction }: QuestionSpec): fc.Arbitrary<Answer> {
  switch (interaction.kind) {
    case "single-choice":
      return fc.record({
        kind: fc.constant(interaction.kind),
        choiceId: fc.constantFrom(...idsOf(interaction.choices)),
      });
    case "multiple-choice":
      return fc.record({ kind: fc.constant(interaction.kind), choiceIds: some(idsOf(interaction.choices)) });
    case "numeric":
      return fc.record({ kind: fc.constant(interaction.kind), text: fc.oneof(fc.double().map(String), fc.string()) });
    case "ordering":
      return fc.record({ kind: fc.constant(interaction.kind), itemIds: fc.shuffledSubarray(idsOf(interaction.items)) });
    case "matching": {
      const lefts = idsOf(interaction.pairs);
      const rights = [...lefts, ...idsOf(interaction.extras)];
      return fc.record({ kind: fc.constant(interaction.kind), matches: someRecord(lefts, fc.constantFrom(...rights)) });
    }
    case "cloze": {
      const fillings = interaction.blanks.flatMap(({ accept, distractors }) => [
        ...accept.zh,
        ...accept.en,
        ...distractors.map((trap) => trap.text),
      ]);
      const filling = fc.oneof(fc.constantFrom(...fillings), fc.string({ maxLength: 20 }));
      return fc.record({ kind: fc.constant(interaction.kind), blanks: someRecord(idsOf(interaction.blanks), filling) });
    }
    case "find-error":
      return fc.record({ kind: fc.constant(interaction.kind), spanIds: some(idsOf(interaction.spans)) });
    case "short-answer": {
      const said = interaction.keyPoints.flatMap(({ phrases }) => [...phrases.zh, ...phrases.en]);
      const sentence = fc.oneof(fc.constantFrom(...said), fc.string({ maxLength: 30 }));
      return fc.record({
        kind: fc.constant(interaction.kind),
        text: fc.array(sentence, { maxLength: 6 }).map((all) => all.join("。\n")),
      });
    }
  }
}
const idsOf = (parts: { id: string }[]) => parts.map(({ id: name }) => name);

/** A question with an answer to it. */
export const answered = anyQuestionOf.chain((question) => fc.tuple(fc.constant(question), anyAnswer(question)));
