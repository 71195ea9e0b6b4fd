import type { LinkKind } from "@tidao/kernel";
import { findLink, type LinkState } from "./link.repo";

/** What has become of a mailed link. Opening its page must not use it up: mail scanners open every link there is. */
export const getLink = async ({ kind, token }: { kind: LinkKind; token: string }, now: Date): Promise<LinkState> =>
  (await findLink(kind, token, now)).state;
