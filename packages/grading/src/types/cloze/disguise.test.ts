import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyQuestion } from "../../testing/arbitrary-questions";
import { gradeAnswer, isUnreadable } from "../../grade-answer";
import type { QuestionSpec } from "../../spec";

function grade(question: QuestionSpec, blanks: Record<string, string>) {
  const result = gradeAnswer(question, { kind: "cloze", blanks });
  if (isUnreadable(result)) throw new Error(result.unreadable);
  return result;
}
const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).replace(/ /g, "\u3000");
/** Ways to write the same words that no reader would call another answer. */
const disguises: Record<string, (text: string) => string> = {
  plain: (text) => text,
  "in capitals": (text) => text.toUpperCase(),
  "in full width": wide,
  "between blanks": (text) => `  ${text}\u3000`,
  "in corner brackets": (text) => `「${text}」`,
  "in curly quotes": (text) => `“${text}”`,
  "in book title marks": (text) => `《${text}》`,
  "with a full stop": (text) => `${text}.`,
  "with a Chinese full stop": (text) => `${text}。`,
  "with an article": (text) => (/^[a-z]/.test(text) ? `the ${text}` : text),
  "with a hyphen": (text) => text.replace(" ", "-"),
  "with a no-break space": (text) => text.replace(" ", "\u00a0"),
  "in backticks": (text) => `\`${text}\``,
};
const blanksOf = ({ interaction }: QuestionSpec) => (interaction.kind === "cloze" ? interaction.blanks : []);

test.each(Object.entries(disguises))("every accepted word in either language counts %s", (_, disguise) => {
  fc.assert(
    fc.property(anyQuestion.cloze, fc.nat(2), (question, which) => {
      const fillings = blanksOf(question).map(({ id, accept }): [string, string] => {
        const all = [...accept.zh, ...accept.en];
        return [id, disguise(all[which % all.length] ?? "")];
      });
      expect(grade(question, Object.fromEntries(fillings))).toMatchObject({ points: 1, verdict: "right" });
    }),
    { numRuns: 60 },
  );
});
test("each blank filled right earns an equal share, whatever stands in the others", () => {
  const filled = anyQuestion.cloze.chain((question) =>
    fc.tuple(fc.constant(question), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 })),
  );
  fc.assert(
    fc.property(filled, ([question, rights]) => {
      const blanks = blanksOf(question);
      const fillings = blanks.map(({ id, accept }, at): [string, string] => [
        id,
        rights[at] ? (accept.en[0] ?? "") : "something else",
      ]);
      const right = blanks.filter((_, at) => rights[at]).length;
      expect(grade(question, Object.fromEntries(fillings)).points).toBeCloseTo(right / blanks.length, 12);
    }),
  );
});
test("the word of one blank does not fill another", () => {
  fc.assert(
    fc.property(anyQuestion.cloze, (question) => {
      const blanks = blanksOf(question);
      fc.pre(blanks.length > 1);
      const turned = blanks.map(({ id }, at): [string, string] => [
        id,
        blanks[(at + 1) % blanks.length]?.accept.zh[0] ?? "",
      ]);
      expect(grade(question, Object.fromEntries(turned)).points).toBe(0);
    }),
  );
});
