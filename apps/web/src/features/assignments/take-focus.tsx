"use client";
import { type ReactNode, useEffect, useRef } from "react";

let expected = false;
/** Says that what comes next takes the place of what had the focus: a page that is opened by itself takes none. */
export const arriveWithFocus = () => {
  expected = true;
};

/** Stands around what is to be read first once it has arrived. */
export function TakeFocus({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!expected) return;
    expected = false;
    ref.current?.focus();
  }, []);
  return (
    <div ref={ref} tabIndex={-1}>
      {children}
    </div>
  );
}
