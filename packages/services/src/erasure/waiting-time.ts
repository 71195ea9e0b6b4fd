/** Time to change one's mind, and for an instructor to notice. */
export const waitingDays = 14;
const day = 86_400_000;

/** From when on the nightly job erases an account whose deletion was asked for. */
export const erasedFrom = (requestedAt: Date): Date => new Date(requestedAt.getTime() + waitingDays * day);
export const dueWhenRequestedBefore = (now: Date): Date => new Date(now.getTime() - waitingDays * day);
