import type { UserActor } from "@tidao/access";
import { type RenderedQuestion, renderQuestion } from "@tidao/content/render";
import {
  distractorAnswers,
  gradeAnswer,
  instantiate,
  isUnreadable,
  keyAnswer,
  type QuestionSpec,
  questionSpec,
  variantSeeds,
} from "@tidao/grading";
import { answer } from "@tidao/grading/spec";
import { DomainError, type Locale, locales } from "@tidao/kernel";
import { z } from "zod";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer, hideFeedback, hideShown, revealAnswer } from "../practice/disguise";
import { feedbackForLearner, shownQuestion } from "../practice/question-for-learner.dto";
import { feedbackDto } from "../practice/submission-dto";
import { checkDraftSpec, draftProblem } from "./check-draft";
import { rawSpec } from "./get-question";

/** Stands in for a version's id: parts are hidden and shuffled as a learner's are. */
const preview = { id: "preview" };

export const previewDraftInput = z.strictObject({
  topicSlug: z.string().max(60),
  spec: rawSpec,
  seed: z
    .number()
    .int()
    .min(0)
    .max(variantSeeds - 1)
    .default(0),
});
const rendered = z.strictObject({
  shown: shownQuestion,
  hints: z.array(z.string()),
  solution: z.string(),
});
export const previewDto = z.strictObject({
  problems: z.array(draftProblem),
  /** As the learner's own renderer makes it, in both languages; null while the form is incomplete. */
  rendered: z.strictObject({ zh: rendered, en: rendered }).nullable(),
  parameterised: z.boolean(),
  /** Answers to try: the key first, then what the author wrote down as wrong. */
  tries: z.array(
    z.strictObject({ right: z.boolean(), label: z.string(), misconception: z.string().nullable(), answer }),
  ),
});

/** Problems and preview of what stands in the editor, saved or not. */
export async function previewDraft(
  _: UserActor,
  input: z.infer<typeof previewDraftInput>,
): Promise<z.infer<typeof previewDto>> {
  const { spec, problems } = await checkDraftSpec(input.spec, input.topicSlug);
  const nothing = { problems, rendered: null, parameterised: input.spec.variant !== undefined, tries: [] };
  // a formula that does not compute is among the problems
  const plain = spec && instanceOf(spec, input.seed);
  if (!plain) return nothing;
  const disguise = disguiseOf(preview, input.seed, plain);
  const inBoth = await renderBoth(plain);
  const show = ({ shown, revealed }: RenderedQuestion) => ({
    shown: hideShown(shown, disguise),
    hints: revealed.hints,
    solution: revealed.solution,
  });
  return {
    ...nothing,
    rendered: { zh: show(inBoth.zh), en: show(inBoth.en) },
    tries: [
      { right: true, label: "", misconception: null, answer: hideAnswer(keyAnswer(plain), disguise) },
      ...distractorAnswers(plain).map(({ label, misconception, answer: wrong }) => ({
        right: false,
        label,
        misconception: misconception ?? null,
        answer: hideAnswer(wrong, disguise),
      })),
    ],
  };
}

export const tryAnswerInput = previewDraftInput.extend({ answer });
export const triedDto = z.strictObject({ zh: feedbackForLearner, en: feedbackForLearner });
/**
 * What a learner would be told for an answer to what stands in the editor. Nothing is stored.
 * @throws ANSWER_UNREADABLE, QUESTION_HAS_PROBLEMS while it cannot be graded
 */
export async function tryAnswer(
  _: UserActor,
  input: z.infer<typeof tryAnswerInput>,
): Promise<z.infer<typeof triedDto>> {
  // whether it may be published is the preview's business: an answer needs the form alone
  const parsed = questionSpec.safeParse(input.spec);
  const plain = parsed.success ? instanceOf(parsed.data, input.seed) : null;
  if (!plain)
    throw new DomainError("QUESTION_HAS_PROBLEMS", parsed.success ? {} : { count: parsed.error.issues.length });
  const disguise = disguiseOf(preview, input.seed, plain);
  const grading = gradeAnswer(plain, revealAnswer(input.answer, disguise));
  if (isUnreadable(grading)) throw new DomainError("ANSWER_UNREADABLE", { reason: grading.unreadable });
  const version = {
    ...preview,
    questionId: preview.id,
    number: 0,
    kind: plain.interaction.kind,
    topicSlug: input.topicSlug,
    objective: plain.objective,
    difficulty: plain.difficulty,
    expectedSeconds: plain.expectedSeconds,
    spec: plain,
    rendered: await renderBoth(plain),
  };
  const told = async (locale: Locale) =>
    hideFeedback(await feedbackDto({ version, seed: input.seed, hintsUsed: 0, grading }, locale), disguise);
  const [zh, en] = await Promise.all(locales.map(told));
  return { zh: zh!, en: en! };
}

function instanceOf(spec: QuestionSpec, seed: number): QuestionSpec | null {
  try {
    return instantiate(spec, seed);
  } catch {
    return null;
  }
}
async function renderBoth(plain: QuestionSpec) {
  const [zh, en] = await Promise.all([renderQuestion(plain, "zh"), renderQuestion(plain, "en")]);
  return { zh, en };
}
