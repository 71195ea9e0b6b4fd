/** Milliseconds for which something was in sight: a hidden tab does not count. Times come from outside. */
export interface AttentionTimer {
  resume(now: number): void;
  pause(now: number): void;
  elapsed(now: number): number;
}

export function attentionTimer(now: number): AttentionTimer {
  let sum = 0;
  let since: number | null = now;
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
