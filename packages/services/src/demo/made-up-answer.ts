import { type Answer, distractorAnswers, keyAnswer } from "@tidao/grading";
import type { Random } from "@tidao/kernel";
import { instantiateVersion } from "../bank/present-version";
import type { PublishedVersion } from "../bank/question-version.repo";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";

/**
 * The key, or else a wrong answer that the author foresaw, one with a misconception before others; "I don't know" where none
 * is written down. In the ids that a learner's page would use.
 */
export function madeUpAnswer(version: PublishedVersion, seed: number, right: boolean, random: Random): Answer {
  const spec = instantiateVersion(version, seed);
  const wrong = distractorAnswers(spec);
  const telling = wrong.filter(({ misconception }) => misconception);
  const foreseen = telling.length > 0 ? telling : wrong;
  const mistake = (): Answer => (foreseen.length > 0 ? random.pick(foreseen).answer : { kind: "blank" });
  const answer = right ? keyAnswer(spec) : mistake();
  return hideAnswer(answer, disguiseOf(version, seed, spec));
}
