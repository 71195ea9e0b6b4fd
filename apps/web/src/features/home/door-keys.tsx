"use client";
import { useEffect } from "react";
import { useEnter } from "../practice/use-enter";

const typesInto = "input, textarea, select, dialog";
const go = (door: string) => document.querySelector<HTMLAnchorElement>(`a[data-door="${CSS.escape(door)}"]`)?.click();

/** A number goes through that door, Enter through the first, from wherever nothing else would take the key. */
export function DoorKeys() {
  useEnter(true, () => go("1"));
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typed = event.target instanceof Element && event.target.closest(typesInto);
      if (typed || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
      if (/^[1-9]$/.test(event.key)) go(event.key);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return null;
}
