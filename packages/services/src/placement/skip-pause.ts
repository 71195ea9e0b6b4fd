import { shortestSkipTest } from "@tidao/measurement";
import type { SkipResult } from "./finish-skip-test";
import type { TestRow } from "./test.repo";

/** A day: a failed test may be taken again, but not until chance passes it. One in eight passes each try who knows too little. */
const pauseMs = 86_400_000;

/** When the next test of the topic may begin; null: now. One that an assignment broke off before it said anything is no try. */
export function skipTestAgainAt(last: Pick<TestRow, "finishedAt" | "result"> | null, now: Date): Date | null {
  const result = last?.result as SkipResult | null | undefined;
  if (!last?.finishedAt || !result || result.passed || result.answers.length < shortestSkipTest) return null;
  const at = new Date(last.finishedAt.getTime() + pauseMs);
  return at > now ? at : null;
}
