"use client";
import { type ReactNode, useEffect, useRef } from "react";

/** Around the contents of a lesson: the heading that one is reading under is marked. */
export function ContentsList({ label, children }: { label: string; children: ReactNode }) {
  const list = useRef<HTMLElement>(null);

  useEffect(() => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[href^="#"]') ?? [])];
    const headings = links.flatMap((link) => {
      const element = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return element ? [{ link, element }] : [];
    });
    // the band under the header, a fifth of the window high: the last heading that entered or passed it is current
    const observer = new IntersectionObserver(
      () => {
        const passed = headings.filter(
          ({ element }) => element.getBoundingClientRect().top < window.innerHeight * 0.25,
        );
        const current = passed.at(-1)?.link;
        for (const link of links)
          if (link === current) link.setAttribute("aria-current", "location");
          else link.removeAttribute("aria-current");
      },
      // upwards without end: a jump past a heading is noticed too
      { rootMargin: "1000000px 0px -75% 0px" },
    );
    for (const { element } of headings) observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <nav ref={list} aria-label={label}>
      {children}
    </nav>
  );
}
