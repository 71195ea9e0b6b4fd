import { gradeResult, type KindGrader, unknownPart } from "../../kind-grader";
import { checkChoices } from "../../part-check";
import { problem } from "../../problem";

export const singleChoice: KindGrader<"single-choice"> = {
  grade({ choices }, answer) {
    const chosen = answer?.choiceId;
    if (chosen !== undefined && !choices.some(({ id }) => id === chosen)) return unknownPart;
    const parts = choices.map(({ id, correct, why }) => ({
      id,
      chosen: id === chosen,
      // with no choice made, only what is wrong is rightly left alone
      right: correct === (id === chosen),
      why,
    }));
    const choice = choices.find(({ id }) => id === chosen);
    return gradeResult(choice?.correct ? 1 : 0, parts, choice?.correct ? [] : [choice?.misconception]);
  },
  key: ({ choices }) => ({ kind: "single-choice", choiceId: choices.find(({ correct }) => correct)?.id ?? "" }),
  distractors: ({ choices }) =>
    choices
      .filter(({ correct }) => !correct)
      .map(({ id, misconception }) => ({ label: id, answer: { kind: "single-choice", choiceId: id }, misconception })),
  check({ choices }) {
    const keys = choices.filter(({ correct }) => correct).length;
    return [...(keys === 1 ? [] : [problem(["choices"], "choice.key-count", { keys })]), ...checkChoices(choices)];
  },
};
