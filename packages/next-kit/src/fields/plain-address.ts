/** An e-mail address as a Chinese keyboard may give it, in the characters that addresses are made of: “lin＠example。com”. */
export const plainAddress = (typed: string): string => typed.normalize("NFKC").replaceAll(/[。｡]/g, ".").trim();
