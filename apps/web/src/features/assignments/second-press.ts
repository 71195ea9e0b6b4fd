"use client";
import { useEffect, useRef } from "react";

/** About the time that systems allow for a double press; nobody reads what came and passes it by in less. */
const readingMs = 500;

/** @param shownAt when it took the place of something else; null for what the page came with. Both in milliseconds of one clock */
export const isSecondPress = (shownAt: number | null, now: number): boolean =>
  shownAt !== null && now - shownAt < readingMs;

/**
 * Tells the second press of a double one, which was meant for what stood here before, from a press for the thing named by
 * `key`. What was changed has been seen: say so with `touched`. The second press of a mouse does nothing at all in `area`:
 * a choice may stand by then where the button was.
 */
export function useSecondPress(key: string | number) {
  const shown = useRef<{ key: string | number; at: number | null }>({ key, at: null });
  useEffect(() => {
    if (shown.current.key !== key) shown.current = { key, at: performance.now() };
  }, [key]);
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const within = area.current;
    const swallow = (event: MouseEvent) => {
      if (event.detail < 2 || !isSecondPress(shown.current.at, performance.now())) return;
      event.preventDefault();
      event.stopPropagation();
    };
    within?.addEventListener("mousedown", swallow, true);
    within?.addEventListener("click", swallow, true);
    return () => {
      within?.removeEventListener("mousedown", swallow, true);
      within?.removeEventListener("click", swallow, true);
    };
  }, []);
  return {
    area,
    isSecond: () => isSecondPress(shown.current.at, performance.now()),
    touched: () => {
      shown.current.at = null;
    },
  };
}
