import { createHash } from "node:crypto";
import { DomainError } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { networkOf } from "./network";

const MINUTE = 60;
const limits = {
  /** Never refused, only counted: see account-delay.ts. */
  account: { points: 1_000_000, duration: 15 * MINUTE },
  /** Wrong passwords from one address: a lecture hall behind one router forgets about ten. */
  signIn: { points: 40, duration: 10 * MINUTE },
  /** A lecture hall that signs up in its first hour. */
  signUp: { points: 150, duration: 60 * MINUTE },
  /** Mails that somebody asks us to send to one mailbox, and from one address. */
  mailTo: { points: 5, duration: 60 * MINUTE },
  mailFrom: { points: 60, duration: 60 * MINUTE },
  /** Links from mails that are tried from one address; nobody guesses 256 bits, and nobody should try all day. */
  link: { points: 120, duration: 10 * MINUTE },
  /** Join codes that no class has, by one account, and from one address: a lecture hall that types from a slide at once. */
  joinCode: { points: 20, duration: 10 * MINUTE },
  joinCodeFrom: { points: 600, duration: 10 * MINUTE },
};
type Limit = keyof typeof limits;
const made = new Map<Limit, RateLimiterPostgres>();

/** Counted in PostgreSQL, so that all processes count together; in memory while the database does not answer. */
function limiter(name: Limit): RateLimiterPostgres {
  let found = made.get(name);
  if (!found) {
    const options = { ...limits[name], keyPrefix: name };
    found = new RateLimiterPostgres({
      ...options,
      storeClient: pool,
      storeType: "pool",
      tableName: "rate_limit",
      // the application's role may not make tables; the migrations did
      tableCreated: true,
      insuranceLimiter: new RateLimiterMemory(options),
    });
    made.set(name, found);
  }
  return found;
}

async function consume(name: Limit, key: string): Promise<number> {
  try {
    return (await limiter(name).consume(key)).consumedPoints;
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    const seconds = Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000));
    throw new DomainError("TOO_MANY_REQUESTS", { seconds });
  }
}

// the table tells nobody which addresses were tried
const accountKey = (email: string) => createHash("sha256").update(email).digest("base64url");

/** Counts before the password is looked at, so that a hundred attempts at once do not all pass as the first. */
export const countAttemptOn = (email: string): Promise<number> => consume("account", accountKey(email));
export const countAttemptFrom = (peer: string): Promise<number> => consume("signIn", networkOf(peer));
export const countSignUpFrom = (peer: string): Promise<number> => consume("signUp", networkOf(peer));
export const countMailTo = (email: string): Promise<number> => consume("mailTo", accountKey(email));
export const countMailFrom = (peer: string): Promise<number> => consume("mailFrom", networkOf(peer));
export const countLinkFrom = (peer: string): Promise<number> => consume("link", networkOf(peer));

/** The right password wipes the account's count, and is not held against the address. */
export async function forgiveAttempt(email: string, peer: string): Promise<void> {
  await Promise.all([limiter("account").delete(accountKey(email)), limiter("signIn").reward(networkOf(peer))]);
}

/** By account first: one that is refused must not use up what its whole lecture hall has. */
export async function countJoinCode(userId: string, peer: string): Promise<void> {
  await consume("joinCode", accountKey(userId));
  await consume("joinCodeFrom", networkOf(peer));
}
/** What was no guess is not held against anyone. */
export async function forgiveJoinCode(userId: string, peer: string): Promise<void> {
  await Promise.all([limiter("joinCode").reward(accountKey(userId)), limiter("joinCodeFrom").reward(networkOf(peer))]);
}
