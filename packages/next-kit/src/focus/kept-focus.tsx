"use client";
import { useEffect } from "react";
import { placeAfter, type Step, wayUp } from "./place-after";

/** Whoever moves the focus on purpose has done it by then. */
const patienceMs = 80;

/**
 * What is pressed and goes by that (a row that is removed, a button that made room) takes the focus with it, and a reader
 * who hears the page is nowhere. Here they come to the next row, or to the heading, wherever nobody else saw to it.
 */
export function KeptFocus() {
  useEffect(() => {
    let way: Step[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isLost = () => {
      const lost = way[0]?.element;
      return lost && document.activeElement === document.body && !(lost.isConnected && lost.checkVisibility());
    };
    const find = () => {
      timer = undefined;
      const place = isLost() ? placeAfter(way) : null;
      if (!place) return;
      if (!place.matches("a, button, summary")) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    };
    const remember = ({ target }: Event) => {
      if (target instanceof Element) way = wayUp(target);
    };
    // a press beside everything leaves the focus on purpose
    const forget = ({ target }: Event) => {
      const held = document.activeElement;
      if (held === document.body || !held?.contains(target as Node)) way = [];
    };
    const changes = new MutationObserver(() => {
      timer ??= way.length > 0 ? setTimeout(find, patienceMs) : undefined;
    });
    changes.observe(document.body, { subtree: true, childList: true, attributeFilter: ["hidden"] });
    document.addEventListener("focusin", remember);
    document.addEventListener("pointerdown", forget, true);
    return () => {
      clearTimeout(timer);
      changes.disconnect();
      document.removeEventListener("focusin", remember);
      document.removeEventListener("pointerdown", forget, true);
    };
  }, []);
  return null;
}
