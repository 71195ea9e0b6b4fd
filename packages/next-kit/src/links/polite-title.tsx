"use client";
import { useEffect } from "react";

/**
 * The router says the title of the page it comes to as an alert. A screen reader then drops what waits to be said: the
 * message about what was just done ("Assigned to 12 learners."), which comes with the page. Politely, both are heard.
 */
export function PoliteTitle() {
  useEffect(() => {
    // the router makes it in an effect of its own, which may come after this one
    const timer = setTimeout(() => {
      const title = document.querySelector("next-route-announcer")?.shadowRoot?.firstElementChild;
      title?.setAttribute("role", "status");
      title?.setAttribute("aria-live", "polite");
    });
    return () => clearTimeout(timer);
  }, []);
  return null;
}
