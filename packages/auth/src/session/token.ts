import { createHash, randomBytes } from "node:crypto";

const shape = /^[A-Za-z0-9_-]{43}$/;

/** The secret that a browser keeps: 256 random bits. */
export const newSessionToken = (): string => randomBytes(32).toString("base64url");
/** Rejects a cookie that we cannot have made before it costs a query. */
export const looksLikeToken = (value: string): boolean => shape.test(value);
/** All that the database keeps. One round suffices: the input is random, so there is nothing to guess. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();
