"use client";
import { useEffect, useState } from "react";
import { keepPlace, readPlace, sectionAt } from "./reading-place";
import type { DraftStore } from "../../kept-draft";

// where storage is switched off, reading it throws
const browserStore = (): DraftStore | null => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

/** Remembers how far this browser read, and offers to go on there; it never scrolls by itself. */
export function GoOnReading({ slug, headings }: { slug: string; headings: readonly { id: string; label: string }[] }) {
  const [place, setPlace] = useState<string | null>(null);
  useEffect(() => {
    const store = browserStore();
    const ids = headings.map(({ id }) => id);
    const kept = location.hash === "" ? readPlace(store, slug, ids) : null;
    const frame = requestAnimationFrame(() => setPlace(kept));
    let asked = 0;
    const note = () => {
      asked = 0;
      const tops = ids.flatMap((id) => {
        const element = document.getElementById(id);
        return element ? [{ id, top: element.getBoundingClientRect().top }] : [];
      });
      keepPlace(store, slug, ids, sectionAt(tops, window.innerHeight));
    };
    const scrolled = () => {
      asked ||= window.setTimeout(note, 400);
    };
    window.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", scrolled);
      clearTimeout(asked);
    };
  }, [slug, headings]);
  const found = headings.find(({ id }) => id === place);
  return found ? (
    <a className="link print-hidden" href={`#${found.id}`} onClick={() => setPlace(null)}>
      {found.label}
    </a>
  ) : null;
}
