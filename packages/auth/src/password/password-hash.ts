import { hash, verify } from "@node-rs/argon2";
import { HashQueue } from "./hash-queue";

/** OWASP Password Storage Cheat Sheet, 2024: argon2id with m = 19 MiB, t = 2, p = 1 (argon2id is the library's default). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// one queue a process, although the launcher and Next's bundle each load this file
const holder = globalThis as unknown as { tidaoHashQueue?: HashQueue };
export const hashQueue: HashQueue = (holder.tidaoHashQueue ??= new HashQueue(2, 200));

export const hashPassword = (password: string): Promise<string> => hashQueue.run(() => hash(password, cost));

/** Argon2id, at the same cost, of 32 random bytes that were thrown away: no password opens it. */
const nobody = "$argon2id$v=19$m=19456,t=2,p=1$v0dIdAjlCSmBI6G899jnrw$tGgubcXkGIDtWfycnFlNW7YLCrflx+t1XF2z7ZOL6c4";

/** Takes the same time whether or not there is a hash to compare with, so that time does not tell who has an account. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  const right = await hashQueue.run(() => verify(stored ?? nobody, password));
  return right && typeof stored === "string";
}
