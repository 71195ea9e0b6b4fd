"use client";
import { showProblem } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { softAddress } from "./soft-address";

/**
 * Follows links made by `AppLink` through the router. Before it has woken, they load a document, as links do. A browser shows
 * nothing of such a page on its way: on a slow connection this does. Without one the page that is being read stays: the
 * router would give up and load a document, which is the browser's page of errors.
 */
export function SoftLinks({ opening, away }: { opening: string; away: string }) {
  const { push } = useRouter();
  const [pending, start] = useTransition();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-soft]") : null;
      const address = link && softAddress(event, link, location.href);
      if (!address) return;
      event.preventDefault();
      const open = () => start(() => push(address, { scroll: link.dataset["soft"] !== "still" }));
      if (navigator.onLine || !document.querySelector(".toasts")) return open();
      // a browser without a network still reaches a product that runs on the same machine
      fetch(address, { method: "HEAD" }).then(open, () => showProblem(away));
    };
    // on the window, after all handlers of React, which may have taken the click for themselves
    window.addEventListener("click", follow);
    return () => window.removeEventListener("click", follow);
  }, [push, away]);
  return (
    <div role="status" className={pending ? "opening" : undefined}>
      {pending && <span className="sr-only">{opening}</span>}
    </div>
  );
}
