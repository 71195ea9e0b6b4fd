/** When a session was used last. That is written down every few minutes: the one that asks is in use now. */
export const lastUsed = (session: { current: boolean; lastSeenAt: string }, now: Date): string | Date =>
  session.current ? now : session.lastSeenAt;
