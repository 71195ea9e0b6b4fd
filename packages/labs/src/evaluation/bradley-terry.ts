/**
 * Strengths with P(i beats j) = p_i / (p_i + p_j) (Bradley & Terry 1952) by minorise-maximise (Hunter 2004):
 * p_i <- w_i / Σ_j n_ij / (p_i + p_j), all at once, normalised to a geometric mean of 1.
 * @param wins wins[i][j]: how often i beat j
 */
export function bradleyTerry(wins: readonly (readonly number[])[], iterations = 200): number[] {
  const win = (i: number, j: number) => wins[i]?.[j] ?? 0;
  let strengths = wins.map(() => 1);
  for (let round = 0; round < iterations; round++) {
    const next = strengths.map((own, i) => {
      let [won, expected] = [0, 0];
      strengths.forEach((other, j) => {
        if (i === j) return;
        won += win(i, j);
        expected += (win(i, j) + win(j, i)) / (own + other);
      });
      return won / expected;
    });
    const mean = Math.exp(next.reduce((sum, p) => sum + Math.log(p), 0) / next.length);
    strengths = next.map((p) => p / mean);
  }
  return strengths;
}

/** The scale of arenas: 400 points are odds of ten to one. */
export const eloOf = (strength: number): number => 1000 + 400 * Math.log10(strength);
