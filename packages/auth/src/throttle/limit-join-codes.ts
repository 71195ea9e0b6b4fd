import { isDomainError } from "@tidao/kernel";
import { countJoinCode, forgiveJoinCode } from "./attempts";

/**
 * Asks about a join code within limits, so that none is found by trying: only a code that no class has counts. It is counted
 * before it is looked up, so that a hundred at once do not all pass as the first.
 * @throws TOO_MANY_REQUESTS, and what `ask` throws
 */
export async function limitJoinCodes<T>(who: { userId: string; peer: string }, ask: () => Promise<T>): Promise<T> {
  await countJoinCode(who.userId, who.peer);
  let guessed = false;
  try {
    return await ask();
  } catch (error) {
    guessed = isDomainError(error) && error.code === "JOIN_CODE_UNKNOWN";
    throw error;
  } finally {
    if (!guessed) await forgiveJoinCode(who.userId, who.peer);
  }
}
