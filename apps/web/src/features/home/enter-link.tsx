"use client";
import { buttonClass } from "@tidao/ui/button";
import { Kbd } from "@tidao/ui/kbd";
import { AppLink } from "@tidao/next-kit/app-link";
import { useRef } from "react";
import { useEnter } from "../practice/use-enter";

/** The one button of home: Enter presses it from wherever nothing else would take the key. */
export function EnterLink({ href, children }: { href: string; children: string }) {
  const ref = useRef<HTMLAnchorElement>(null);
  useEnter(true, () => ref.current?.click());
  return (
    <AppLink ref={ref} href={href} aria-keyshortcuts="Enter" className={buttonClass({ variant: "primary" })}>
      {children}
      <Kbd>↵</Kbd>
    </AppLink>
  );
}
