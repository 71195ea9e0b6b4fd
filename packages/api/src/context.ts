import type { Actor } from "@tidao/access";
import { type Clock, type Locale, systemClock } from "@tidao/kernel";

export interface Context {
  actor: Actor;
  requestId: string;
  /** Address of the socket's peer (or what trusted proxies say): for limits, never for identity. */
  peer: string;
  /** Language of the page that asks. */
  locale: Locale;
  clock: Clock;
}

export const createContext = (input: Omit<Context, "clock"> & { clock?: Clock }): Context => ({ clock: systemClock, ...input });
