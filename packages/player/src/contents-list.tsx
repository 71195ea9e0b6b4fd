"use client";
import { useEffect, useState } from "react";
import { ContentsLinks } from "./contents-links";
import type { LessonHeading } from "./question-props";

/** The contents of a lesson; the heading that one is reading under is marked. The only script that a lesson brings. */
export function ContentsList({ headings, label }: { headings: readonly LessonHeading[]; label: string }) {
  const [current, setCurrent] = useState<string | null>(null);

  useEffect(() => {
    const elements = headings.map(({ id }) => document.getElementById(id)).filter((element) => element !== null);
    // the band under the header, a fifth of the window high: the last heading that entered or passed it is current
    const observer = new IntersectionObserver(
      () => {
        const passed = elements.filter((element) => element.getBoundingClientRect().top < window.innerHeight * 0.25);
        setCurrent(passed.at(-1)?.id ?? null);
      },
      // upwards without end: a jump past a heading is noticed too
      { rootMargin: "1000000px 0px -75% 0px" },
    );
    for (const element of elements) observer.observe(element);
    return () => observer.disconnect();
  }, [headings]);

  return (
    <nav aria-label={label}>
      <ContentsLinks headings={headings} current={current} />
    </nav>
  );
}
