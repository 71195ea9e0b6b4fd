import type { Locale } from "@tidao/kernel";
import { instantiateVersion, renderVersion } from "../bank/present-version";
import type { PublishedVersion } from "../bank/question-version.repo";
import { disguiseOf } from "./answer-key";
import { hideShown } from "./disguise";
import type { QuestionForLearner } from "./question-for-learner.dto";

/** The question as this learner may see it: no key, ids that tell nothing, parts in the seed's order. */
export async function questionForLearnerDto(version: PublishedVersion, seed: number, locale: Locale): Promise<QuestionForLearner> {
  const { shown } = await renderVersion(version, seed, locale);
  const disguise = disguiseOf(version, seed, instantiateVersion(version, seed));
  return {
    questionId: version.questionId,
    versionId: version.id,
    seed,
    topicSlug: version.topicSlug,
    objective: version.objective,
    difficulty: version.difficulty,
    expectedSeconds: version.expectedSeconds,
    parameterised: version.spec.variant !== undefined,
    shown: hideShown(shown, disguise),
  };
}
