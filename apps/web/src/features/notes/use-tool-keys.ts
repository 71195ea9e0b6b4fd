"use client";
import { useEffect, useRef } from "react";

const typing = "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true], dialog[open]";

/** Single letters do what the buttons under a verdict do, unless the learner is typing or a dialog is open. */
export function useToolKeys(press: (key: string) => boolean): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      if (document.querySelector("dialog[open]")) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
