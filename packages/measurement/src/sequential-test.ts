import { expectedScore, type AnsweredItem } from "./elo";

/** The claim is refused at `below`, granted at `above`; between the two either answer does no harm. Logits. */
export const skipClaim = { below: -0.5, above: 1.5 } as const;
/**
 * Chance to pass somebody at `below`, and to fail somebody at `above`, of the test without an end. Cut off at eight the
 * simulation in `sequential-test.test.ts` finds 13 and 12 %, and 2 and 1 % one logit further out.
 */
export const skipErrors = { falsePass: 0.1, falseFail: 0.1 } as const;
/** As many as it takes to decide; five as a rule. */
export const longestSkipTest = 8;
export const shortestSkipTest = 3;

export type TestVerdict = "passed" | "failed" | "undecided";

/**
 * Wald's sequential probability ratio test (Wald 1945, "Sequential tests of statistical hypotheses", Ann. Math. Statist. 16)
 * on answers to items of known difficulty (Reckase 1983, in Weiss, "New Horizons in Testing"). It stops when the log of
 * the ratio leaves (ln β/(1-α), ln (1-β)/α) and, cut off at the last question, decides by the middle of the two (Spray &
 * Reckase 1996, J. Educational and Behavioral Statistics 21).
 * @param answers scores 0 to 1; partial points count as the share that they are
 */
export function judgeClaim(answers: readonly ({ score: number } & AnsweredItem)[]): {
  verdict: TestVerdict;
  evidence: number;
} {
  const { falsePass, falseFail } = skipErrors;
  const pass = Math.log((1 - falseFail) / falsePass);
  const fail = Math.log(falseFail / (1 - falsePass));
  const evidence = answers.reduce((sum, { score, ...item }) => {
    const above = expectedScore({ rating: skipClaim.above, ...item });
    const below = expectedScore({ rating: skipClaim.below, ...item });
    return sum + score * Math.log(above / below) + (1 - score) * Math.log((1 - above) / (1 - below));
  }, 0);
  if (answers.length >= longestSkipTest)
    return { verdict: evidence >= (pass + fail) / 2 ? "passed" : "failed", evidence };
  if (answers.length < shortestSkipTest) return { verdict: "undecided", evidence };
  return { verdict: evidence >= pass ? "passed" : evidence <= fail ? "failed" : "undecided", evidence };
}
