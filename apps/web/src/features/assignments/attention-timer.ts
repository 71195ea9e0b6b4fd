/** Milliseconds for which something was in sight: a hidden tab does not count. Times come from outside. */
export interface AttentionTimer {
  resume(now: number): void;
  pause(now: number): void;
  elapsed(now: number): number;
}

/** @param inSight false for what begins in a tab that nobody looks at yet */
export function attentionTimer(now: number, inSight = true): AttentionTimer {
  let sum = 0;
  let since: number | null = inSight ? now : null;
  return {
    resume: (at) => {
      since ??= at;
    },
    pause: (at) => {
      if (since !== null) sum += at - since;
      since = null;
    },
    elapsed: (at) => Math.round(sum + (since === null ? 0 : at - since)),
  };
}
