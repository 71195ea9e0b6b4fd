import type { Actor } from "@tidao/access";

/** Says for whom the page that asks was rendered. */
export const READER_HEADER = "x-tidao-reader";

/**
 * Who a call counts for. A page that stands in one tab while somebody else signs in in another asks for a person who is
 * signed out: what they typed must not go into the other's record.
 * @param reader id of the account that the page was rendered for; nothing from a page that was rendered for nobody
 */
export const actorOfPage = (actor: Actor, reader: string | string[] | undefined): Actor =>
  reader && actor.kind === "user" && actor.id !== reader ? { kind: "anonymous" } : actor;
