"use client";
import { buttonClass } from "@tidao/ui/button";
import { Kbd } from "@tidao/ui/kbd";
import { AppLink } from "@tidao/next-kit/app-link";
import { useEffect, useRef } from "react";

/** The one button of home: Enter presses it from wherever nothing else would take the key. */
export function EnterLink({ href, children }: { href: string; children: string }) {
  const ref = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const elsewhere = event.target instanceof Element && event.target !== document.body;
      if (event.key !== "Enter" || elsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
      ref.current?.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <AppLink ref={ref} href={href} aria-keyshortcuts="Enter" className={buttonClass({ variant: "primary" })}>
      {children}
      <Kbd>↵</Kbd>
    </AppLink>
  );
}
