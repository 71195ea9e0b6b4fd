"use client";
import { longestTyped } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { Icon } from "@tidao/ui/icon";
import { Kbd } from "@tidao/ui/kbd";
import { useEffect, useState } from "react";

export interface SearchButtonProps {
  /** The page of the search; it reads `q`. */
  href: string;
  label: string;
  /** What the box and its button are called. */
  box: string;
  hint: string;
}
const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest(
    "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true], dialog[open]",
  ) !== null;

/** A link to the search, which with a script is a box over the page at hand. "/" opens it, or goes to the box of the page. */
export function SearchButton({ href, label, box, hint }: SearchButtonProps) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key !== "/" ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.isComposing ||
        isTyping(event.target)
      )
        return;
      event.preventDefault();
      const ofPage = document.querySelector<HTMLInputElement>("main input[data-search-box]");
      // not every browser moves the focus with the selection
      ofPage?.focus();
      if (ofPage) ofPage.select();
      else setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <a
        className="button button-quiet button-small"
        href={href}
        aria-label={label}
        aria-keyshortcuts="/"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || document.querySelector("main input[data-search-box]"))
            return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon name="search" />
        {/* a phone has no such key, and no room in its line */}
        <span className="max-sm:hidden">
          <Kbd>/</Kbd>
        </span>
      </a>
      <Dialog open={open} onClose={() => setOpen(false)} title={label}>
        <form action={href} role="search" className="flex flex-wrap items-center gap-2 pt-2">
          <input
            type="search"
            name="q"
            className="input min-w-0 flex-1"
            aria-label={box}
            placeholder={hint}
            maxLength={longestTyped}
          />
          <Button type="submit" variant="primary">
            {box}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
