"use client";
import { type FocusEvent, useEffect, useRef } from "react";

/**
 * What is closed while it is on its way loses the focus; when it opens again (it could not be read), the focus goes back to
 * where it was. Give what it returns to the form's `onFocus`.
 */
export function useHeldFocus(closed: boolean): (event: FocusEvent) => void {
  const last = useRef<HTMLElement | null>(null);
  const wasClosed = useRef(false);
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (wasClosed.current && !closed && lost && last.current?.isConnected) last.current.focus();
    wasClosed.current = closed;
  }, [closed]);
  return ({ target }) => {
    if (target instanceof HTMLElement) last.current = target;
  };
}
