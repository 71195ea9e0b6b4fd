"use client";
import { useEffect, useRef } from "react";
import { type AttentionTimer, attentionTimer } from "./attention-timer";

/** How long the thing named by `key` has been in sight. A new key begins anew. @returns a reader of milliseconds */
export function useAttention(key: string | number): () => number {
  const timer = useRef<AttentionTimer | null>(null);
  useEffect(() => {
    const own = attentionTimer(performance.now(), !document.hidden);
    timer.current = own;
    const change = () => (document.hidden ? own.pause(performance.now()) : own.resume(performance.now()));
    document.addEventListener("visibilitychange", change);
    return () => document.removeEventListener("visibilitychange", change);
  }, [key]);
  return () => timer.current?.elapsed(performance.now()) ?? 0;
}
