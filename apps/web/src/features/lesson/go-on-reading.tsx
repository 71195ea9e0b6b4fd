"use client";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { useEffect, useState } from "react";
import { keepPlace, readPlace, sectionAt } from "./reading-place";
import { sectionsOfPage } from "./sections-of-page";
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
export function GoOnReading({ slug, words, locale }: { slug: string; words: { goOn: string }; locale: Locale }) {
  const [place, setPlace] = useState<{ id: string; text: string } | null>(null);
  useEffect(() => {
    const store = browserStore();
    const sections = sectionsOfPage();
    const ids = sections.map(({ id }) => id);
    const at = location.hash === "" ? readPlace(store, slug, ids) : null;
    const kept = sections.find(({ id }) => id === at) ?? null;
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
  }, [slug]);
  return place ? (
    <a className="link print-hidden" href={`#${place.id}`} onClick={() => setPlace(null)}>
      {formatMessage(locale, words.goOn, { section: place.text })}
    </a>
  ) : null;
}
