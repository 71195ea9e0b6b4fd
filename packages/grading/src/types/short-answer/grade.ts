import type { z } from "zod";
import type { GradeResult, Unreadable } from "../../grade-result";
import { gradeResult, type KindGrader, unknownPart } from "../../kind-grader";
import { repeatedIds } from "../../part-check";
import { saysPhrase } from "./match-phrase";
import type { shortAnswerAnswer, shortAnswerSpec } from "./spec";
import { tokens } from "./tokens";

type Spec = z.infer<typeof shortAnswerSpec>;
type Given = z.infer<typeof shortAnswerAnswer>;

/** Key points that the text says beyond doubt, in either language. */
export function confidentMatches({ keyPoints }: Spec, text: string): ReadonlySet<string> {
  const said = tokens(text);
  const matched = keyPoints.filter(({ phrases }) =>
    [...phrases.zh, ...phrases.en].some((phrase) => saysPhrase(said, phrase)),
  );
  return new Set(matched.map(({ id }) => id));
}

const partsFor = ({ keyPoints }: Spec, met: ReadonlySet<string>) =>
  keyPoints.map(({ id, text }) => ({ id, chosen: met.has(id), right: met.has(id), key: text }));

export const shortAnswer: KindGrader<"short-answer"> = {
  grade(spec, answer) {
    const text = answer?.text.trim() ?? "";
    const met = confidentMatches(spec, text);
    const result = gradeResult(met.size / spec.keyPoints.length, partsFor(spec, met), []);
    return text === "" || result.verdict === "right" ? result : { ...result, verdict: "pending" };
  },
  key: ({ keyPoints }) => ({ kind: "short-answer", text: keyPoints.map(({ phrases }) => phrases.en[0]).join(".\n") }),
  distractors: () => [],
  check: ({ keyPoints }) => repeatedIds(keyPoints, ["keyPoints"]),
};

/** The learner's own ticks on what was not matched, added to the confident matches: final, not pending. */
export function settleTicks(spec: Spec, answer: Given | null, tickedIds: readonly string[]): GradeResult | Unreadable {
  if (tickedIds.some((ticked) => !spec.keyPoints.some(({ id }) => id === ticked))) return unknownPart;
  const text = answer?.text.trim() ?? "";
  const met = text === "" ? new Set<string>() : new Set([...confidentMatches(spec, text), ...tickedIds]);
  return gradeResult(met.size / spec.keyPoints.length, partsFor(spec, met), []);
}
