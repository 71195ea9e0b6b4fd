"use client";
import { useEffect, useRef } from "react";
import { useAttention } from "../assignments/use-attention";

const longest = 86_400_000;

interface TimeSpent {
  /** Milliseconds in all, a day at most. */
  total: () => number;
  /** So many were spent before the page was opened. */
  from: (before: number) => void;
}
/**
 * How long the thing named by `key` has been in sight, also before a reload: what was read for five minutes is not answered in
 * two seconds. A new key begins anew, but for what `from` says of it.
 * @param keep gets what was spent when the page may be about to go
 */
export function useTimeSpent(key: string, keep: (spentMs: number) => void): TimeSpent {
  const before = useRef(0);
  const elapsed = useAttention(key);
  const total = () => Math.min(longest, before.current + elapsed());
  const going = useRef(() => {});
  useEffect(() => {
    going.current = () => keep(total());
  });
  useEffect(() => {
    const leave = () => going.current();
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);
  return { total, from: (spent) => void (before.current = spent) };
}
