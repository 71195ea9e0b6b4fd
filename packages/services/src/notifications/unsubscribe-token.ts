import { createHmac, timingSafeEqual } from "node:crypto";
import { DomainError } from "@tidao/kernel";

const secret = () => {
  const value = process.env.NEXTAUTH_SECRET;
  if (!value) throw new Error("NEXTAUTH_SECRET is not set");
  return value;
};
const markOf = (userId: string) => createHmac("sha256", secret()).update(`unsubscribe|${userId}`).digest("base64url");

/** Stops somebody's digest and can do nothing else, so it may be good for as long as the mail is kept. */
export const unsubscribeToken = (userId: string): string => `${userId}.${markOf(userId)}`;

/** @throws LINK_INVALID for what we did not make */
export function readUnsubscribeToken(token: string): string {
  const [userId = "", mark = ""] = token.split(".", 2);
  const [given, right] = [Buffer.from(mark), Buffer.from(markOf(userId))];
  if (!/^[0-9a-f-]{36}$/.test(userId) || given.length !== right.length || !timingSafeEqual(given, right))
    throw new DomainError("LINK_INVALID", { reason: "unknown" });
  return userId;
}
