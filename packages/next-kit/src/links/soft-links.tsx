"use client";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { softAddress } from "./soft-address";

/**
 * Follows links made by `AppLink` through the router. Before it has woken, they load a document, as links do. A browser shows
 * nothing of such a page on its way: on a slow connection this does.
 */
export function SoftLinks({ opening }: { opening: string }) {
  const { push } = useRouter();
  const [pending, start] = useTransition();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-soft]") : null;
      const address = link && softAddress(event, link, location.href);
      if (!address) return;
      event.preventDefault();
      start(() => push(address, { scroll: link.dataset["soft"] !== "still" }));
    };
    // on the window, after all handlers of React, which may have taken the click for themselves
    window.addEventListener("click", follow);
    return () => window.removeEventListener("click", follow);
  }, [push]);
  return (
    <div role="status" className={pending ? "opening" : undefined}>
      {pending && <span className="sr-only">{opening}</span>}
    </div>
  );
}
