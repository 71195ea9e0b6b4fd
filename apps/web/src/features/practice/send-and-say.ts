import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { showProblem, showToast } from "@tidao/ui/toast";
import { describeProblem } from "../../problem-text";
import type { KeptAnswersProps } from "./kept-answers-watch";
import { sendKept } from "./send-kept";

/** Sends what is kept and says in a toast what came of it. @returns ids of the questions that were answered with it */
export async function sendAndSay(
  learnerId: string,
  locale: Locale,
  words: KeptAnswersProps["words"],
): Promise<string[]> {
  const { sent, refused } = await sendKept(learnerId);
  const last = sent.at(-1);
  if (last)
    showToast(formatMessage(locale, words.sent, { count: sent.length }), {
      label: words.see,
      run: () => location.assign(`/${locale}/practice/answers/${last.submissionId}`),
    });
  const [problem] = refused;
  if (problem)
    showProblem(
      formatMessage(locale, words.refused, {
        count: refused.length,
        reason: describeProblem(problem, { locale, offline: "" }),
      }),
    );
  return sent.map(({ questionId }) => questionId);
}
