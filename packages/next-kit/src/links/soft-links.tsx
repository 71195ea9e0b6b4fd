"use client";
import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";
import { softAddress } from "./soft-address";

/** Follows links made by `AppLink` through the router. Before it has woken, they load a document, as links do. */
export function SoftLinks() {
  const { push } = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-soft]") : null;
      const address = link && softAddress(event, link, location.href);
      if (!address) return;
      event.preventDefault();
      startTransition(() => push(address, { scroll: link.dataset["soft"] !== "still" }));
    };
    // on the window, after all handlers of React, which may have taken the click for themselves
    window.addEventListener("click", follow);
    return () => window.removeEventListener("click", follow);
  }, [push]);
  return null;
}
