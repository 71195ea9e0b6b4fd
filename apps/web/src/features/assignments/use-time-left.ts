"use client";
import { useEffect, useRef, useState } from "react";
import { serverClock } from "./server-clock";
import { asksEveryMs, isClosing, minutesLeft, nextLook } from "./time-left";

/** One for all pages that this document shows: what one has heard of the server's time, the next one knows. */
const clock = serverClock({ tick: () => performance.now(), wall: () => Date.now() });

interface Moments {
  /** A few times in the last seconds. */
  closing?: () => void;
  /** At the time, and whenever it is in doubt what time it is: the server has to say. */
  ask: () => void;
}
/**
 * What is left until `at`, by the server's clock.
 * @param now when the server made this page
 * @returns 5 to 1 for the last minutes, 0 once the time has come, null before
 */
export function useTimeLeft({ at, now }: { at: string; now: string }, moments: Moments): number | null {
  const [minutes, setMinutes] = useState(() => minutesLeft(Date.parse(at) - Date.parse(now)));
  const latest = useRef(moments);
  useEffect(() => {
    latest.current = moments;
  });
  const asked = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    clock.hear(now);
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const left = Date.parse(at) - clock.now();
      setMinutes(minutesLeft(left));
      if (isClosing(left)) latest.current.closing?.();
      // without a connection a page that is asked for anew would be gone
      const mayAsk = navigator.onLine && performance.now() - asked.current >= asksEveryMs;
      if ((left <= 0 || clock.isDoubtful()) && mayAsk) {
        asked.current = performance.now();
        latest.current.ask();
      }
      timer = setTimeout(look, nextLook(left));
    };
    look();
    return () => clearTimeout(timer);
  }, [at, now]);
  return minutes;
}
