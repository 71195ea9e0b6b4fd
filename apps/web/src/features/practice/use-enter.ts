"use client";
import { useEffect, useRef } from "react";

/** What takes Enter for itself. A radio or a checkbox hands in its form by itself. */
const takesEnter = "a, button, summary, input, textarea, select, dialog, [role=button]";

/** Enter does what the main button does, from wherever nothing else takes it; with Ctrl or ⌘ also out of a text. */
export function useEnter(enabled: boolean, press: () => void): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.repeat || event.defaultPrevented || event.isComposing) return;
      const taken = event.target instanceof Element && event.target.closest(takesEnter);
      const fromText = (event.ctrlKey || event.metaKey) && event.target instanceof HTMLTextAreaElement;
      // what stands behind a dialog is out of reach
      if ((taken && !fromText) || document.querySelector("dialog:modal")) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [enabled]);
}
