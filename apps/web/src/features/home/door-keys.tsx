"use client";
import { useEffect } from "react";

/** A number goes through that door, Enter through the first, from wherever nothing else would take the key. */
export function DoorKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const elsewhere = event.target instanceof Element && event.target !== document.body;
      if (elsewhere || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
      const door = event.key === "Enter" ? "1" : event.key;
      document.querySelector<HTMLAnchorElement>(`a[data-door="${CSS.escape(door)}"]`)?.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return null;
}
