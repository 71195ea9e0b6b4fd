import type { z } from "zod";
import { foldFilling } from "../../fold";
import { gradeResult, type KindGrader, unknownPart } from "../../kind-grader";
import { markFaults } from "../../passage";
import { repeatedIds } from "../../part-check";
import { readNumber } from "../../read-number";
import type { clozeSpec } from "./spec";

type Blank = z.infer<typeof clozeSpec>["blanks"][number];

/** The same words after folding, or the same number written otherwise ("1e3" and "1,000"). */
function reads(accepted: string, filling: string): boolean {
  const [wanted, given] = [foldFilling(accepted), foldFilling(filling)];
  if (wanted === given) return wanted !== "";
  const [wantedNumber, givenNumber] = [readNumber(accepted), readNumber(filling)];
  return (
    wantedNumber !== null &&
    wantedNumber.value === givenNumber?.value &&
    foldFilling(wantedNumber.unit ?? "") === foldFilling(givenNumber.unit ?? "")
  );
}
const accepts = ({ accept }: Blank, filling: string) =>
  [...accept.zh, ...accept.en].some((text) => reads(text, filling));

export const cloze: KindGrader<"cloze"> = {
  grade({ blanks }, answer) {
    // a map, because `{}["constructor"]` is something
    const fillings = new Map(Object.entries(answer?.blanks ?? {}));
    const known = new Set(blanks.map(({ id }) => id));
    if ([...fillings.keys()].some((id) => !known.has(id))) return unknownPart;
    const judged = blanks.map((blank) => {
      const filling = (fillings.get(blank.id) ?? "").trim();
      const right = filling !== "" && accepts(blank, filling);
      const trap = right || filling === "" ? -1 : blank.distractors.findIndex(({ text }) => reads(text, filling));
      return { blank, filling, right, trap };
    });
    return gradeResult(
      judged.filter(({ right }) => right).length / blanks.length,
      judged.map(({ blank: { id, accept, why, distractors }, filling, right, trap }) => ({
        id,
        chosen: filling !== "",
        right,
        why: distractors[trap]?.why ?? why,
        ...(trap < 0 ? {} : { trap }),
        key: { zh: accept.zh[0] ?? "", en: accept.en[0] ?? "" },
      })),
      judged.map(({ blank, trap }) => blank.distractors[trap]?.misconception),
    );
  },
  key: ({ blanks }) => ({
    kind: "cloze",
    blanks: Object.fromEntries(blanks.map(({ id, accept }) => [id, accept.en[0] ?? ""])),
  }),
  distractors({ blanks }) {
    const key = Object.fromEntries(blanks.map(({ id, accept }) => [id, accept.en[0] ?? ""]));
    return blanks.flatMap(({ id, distractors }) =>
      distractors.map(({ text, misconception }) => ({
        label: `${id}: ${text}`,
        answer: { kind: "cloze", blanks: { ...key, [id]: text } },
        misconception,
      })),
    );
  },
  check: ({ blanks, passage }) => [
    ...repeatedIds(blanks, ["blanks"]),
    ...markFaults(
      passage,
      blanks.map(({ id }) => id),
    ),
  ],
};
