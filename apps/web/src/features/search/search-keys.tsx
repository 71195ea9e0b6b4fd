"use client";
import { useEffect } from "react";

const hits = () => [...document.querySelectorAll<HTMLElement>("[data-hit] a.link")];

/**
 * From the box, or from nowhere, down into the hits and among them by arrow keys; Escape goes back to the box. Enter opens a
 * hit, as on every link.
 */
export function SearchKeys() {
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
      const box = document.querySelector<HTMLInputElement>("main input[data-search-box]");
      const links = hits();
      const at = links.findIndex((link) => link === event.target);
      if (!box || links.length === 0 || (at < 0 && event.target !== box && event.target !== document.body)) return;
      if (event.key === "ArrowDown") (links[at + 1] ?? links[at])?.focus();
      else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? box).focus();
      else if (event.key === "Escape" && at >= 0) {
        // not every browser moves the focus with the selection
        box.focus();
        box.select();
      } else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", walk);
    return () => document.removeEventListener("keydown", walk);
  }, []);
  return null;
}
