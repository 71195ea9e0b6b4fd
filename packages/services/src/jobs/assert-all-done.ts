/**
 * At the end of a job that goes through many people: one that fails every night must not keep those behind it from ever
 * having their turn, and must not go unseen either.
 * @throws the first failure, with how many there were
 */
export function assertAllDone(failed: readonly unknown[], done: number): void {
  if (failed.length === 0) return;
  const [first] = failed;
  const text = first instanceof Error ? first.message : "unknown";
  throw new Error(`${failed.length} failed, ${done} done: ${text}`, { cause: first });
}
