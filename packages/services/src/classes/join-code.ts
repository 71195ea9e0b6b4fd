import { randomInt } from "node:crypto";

/** No 0 O 1 I L: a code is read from a slide and typed on a phone. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
export const joinCodeLength = 8;

/** About 8.5e11 codes: not to be guessed within the limits on asking (`limitJoinCodes` of @tidao/auth). */
export const newJoinCode = (): string => Array.from({ length: joinCodeLength }, () => alphabet[randomInt(alphabet.length)]).join("");

/** As people type it: any case, with spaces or dashes, or the whole link that they were sent. */
export const normaliseJoinCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/^.*\/join\/([^/?#]+).*$/s, "$1")
    .toUpperCase()
    .replace(/[\s-]/g, "");
