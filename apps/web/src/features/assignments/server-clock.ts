interface Sources {
  /** Milliseconds that only go forwards, whatever is done to the clock on the wall. */
  tick: () => number;
  /** Milliseconds since 1970 by the learner's clock, which may be wrong by hours. */
  wall: () => number;
}
/** More than a timer of a page in the background is late, less than a sleep that matters. */
const asleepMs = 3000;

/**
 * The server's clock as a page can know it: from the times that its answers carry. Each was read before the answer came, so
 * none is ahead of the truth and the one that is furthest ahead is the nearest to it; a page that comes back out of the
 * browser's own store is late, and moves nothing. By this clock what is over is over on the server too.
 */
export function serverClock({ tick, wall }: Sources) {
  let ahead = Number.NEGATIVE_INFINITY;
  let newest = Number.NEGATIVE_INFINITY;
  let drift = 0;
  return {
    /** @param at ISO time at which the server made what has come */
    hear(at: string): void {
      const heard = Date.parse(at);
      ahead = Math.max(ahead, heard - tick());
      if (heard <= newest) return;
      newest = heard;
      drift = wall() - tick();
    },
    /** Milliseconds since 1970. */
    now: (): number => ahead + tick(),
    /** Whether the machine may have slept since the server was last heard, which stops `tick` on some. */
    isDoubtful: (): boolean => Math.abs(wall() - tick() - drift) > asleepMs,
  };
}
