"use client";
import { useEffect } from "react";

const directions: Record<string, string> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

/** Arrow keys walk from a topic of the map to its neighbours, which its link names in `data-left` and so on. */
export function MapKeys() {
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const direction = directions[event.key];
      const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(".map-topic") : null;
      if (!direction || !from || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      document.getElementById(`map-${from.dataset[direction]}`)?.focus();
    };
    document.addEventListener("keydown", walk);
    return () => document.removeEventListener("keydown", walk);
  }, []);
  return null;
}
