"use client";
import { useEffect } from "react";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** As `earlyScript` keeps it. */
type Kept =
  | { type: "input"; target: Field; value: string; checked?: boolean }
  | { type: "click"; target: HTMLButtonElement; by: HTMLElement }
  | { type: "submit"; target: HTMLFormElement; by: HTMLElement | null };
declare global {
  interface Window {
    /** Ends the keeping and hands over what was kept. */
    tidaoEarly?: () => Kept[];
  }
}

/** What React has rendered after one thing is there before the next, as it is for somebody who presses slowly. */
const rendered = () => new Promise((resolve) => setTimeout(resolve));

/**
 * A field that React took over as it stood has for React always held what is in it. By the element's own property React
 * hears of another value, by the prototype's it does not: so what was typed is news again.
 */
function typeAgain({ target, value, checked }: Extract<Kept, { type: "input" }>): void {
  if (target instanceof HTMLInputElement && (target.type === "radio" || target.type === "checkbox")) {
    target.checked = !checked;
    target.click();
    return;
  }
  if (!(target instanceof HTMLSelectElement)) target.value = "";
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), "value")?.set?.call(target, value);
  target.dispatchEvent(new Event("input", { bubbles: true }));
  target.dispatchEvent(new Event("change", { bubbles: true }));
}

async function doAgain(kept: readonly Kept[]): Promise<void> {
  for (const one of kept) {
    await rendered();
    if (one.type !== "input") for (const name of ["aria-busy", "aria-disabled"]) one.by?.removeAttribute(name);
    if (!one.target.isConnected) continue;
    if (one.type === "input") typeAgain(one);
    else if (one.type === "click") one.target.click();
    else one.target.requestSubmit(one.by?.isConnected ? one.by : undefined);
  }
}

/** Does what was typed and pressed before React came, in its order. The last in the page: whatever it presses is awake then. */
export function EarlyPresses() {
  useEffect(() => {
    const kept = window.tidaoEarly?.();
    delete window.tidaoEarly;
    if (kept) void doAgain(kept);
  }, []);
  return null;
}
