import { gradeResult, type KindGrader, unknownPart } from "../../kind-grader";
import { checkChoices } from "../../part-check";
import { problem } from "../../problem";
import { selectionPoints, toggled } from "../../selection";

export const multipleChoice: KindGrader<"multiple-choice"> = {
  grade({ choices }, answer) {
    const chosen = new Set(answer?.choiceIds);
    if ([...chosen].some((id) => !choices.some((choice) => choice.id === id))) return unknownPart;
    const parts = choices.map(({ id, correct, why }) => ({
      id,
      chosen: chosen.has(id),
      right: correct === chosen.has(id),
      why,
    }));
    const wronglyChosen = choices.filter(({ id, correct }) => chosen.has(id) && !correct);
    return gradeResult(
      selectionPoints(keysOf(choices), chosen, choices.length),
      parts,
      wronglyChosen.map(({ misconception }) => misconception),
    );
  },
  key: ({ choices }) => ({ kind: "multiple-choice", choiceIds: [...keysOf(choices)] }),
  distractors: ({ choices }) =>
    choices.map(({ id, correct, misconception }) => ({
      label: correct ? `without ${id}` : `with ${id}`,
      answer: { kind: "multiple-choice", choiceIds: toggled(keysOf(choices), id) },
      misconception: correct ? undefined : misconception,
    })),
  check({ choices }) {
    const keys = keysOf(choices).size;
    return [
      ...(keys > 0 ? [] : [problem(["choices"], "choice.key-count", { keys })]),
      ...(keys < choices.length ? [] : [problem(["choices"], "choice.nothing-wrong")]),
      ...checkChoices(choices),
    ];
  },
};
const keysOf = (choices: { id: string; correct: boolean }[]) =>
  new Set(choices.filter(({ correct }) => correct).map(({ id }) => id));
