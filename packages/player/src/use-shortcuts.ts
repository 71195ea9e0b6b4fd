import { useEffect, useRef } from "react";

const typing = "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]";

/** Single keys, wherever the focus is, unless the learner is typing, holding a modifier or looking at a dialog. */
export function useShortcuts(enabled: boolean, onKey: (key: string) => boolean): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      if (document.querySelector("dialog:modal")) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [enabled]);
}

/** To the choice that a key has made: a screen reader says what it stands on, and Tab goes on from there. */
export function focusOn(choices: HTMLFieldSetElement | null, value: string): void {
  for (const choice of choices?.elements ?? [])
    if (choice instanceof HTMLInputElement && choice.value === value) choice.focus();
}
