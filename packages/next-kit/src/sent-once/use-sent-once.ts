"use client";
import { useState } from "react";
import { placeFor } from "./place";

/** Of this visit: the router may show a page again from the data that came without the HTML. */
const kept = new Map<string, string>();

// The server's side of it is request-scope, which a browser must not load.
interface Scopes {
  getStore(): { nonce: string; sentOnce: ReadonlyMap<string, unknown> } | undefined;
}
function placeInPage(id: string): string {
  const scopes = (globalThis as unknown as Record<symbol, Scopes | undefined>)[Symbol.for("tidao.requestScope")];
  const scope = scopes?.getStore();
  if (!scope?.sentOnce.has(id)) throw new Error(`nothing was sent once as ${id}`);
  return placeFor(scope.nonce, id);
}

function fromPage(id: string): string {
  const html = kept.get(id) ?? document.getElementById(id)?.innerHTML ?? "";
  kept.set(id, html);
  return html;
}

/**
 * The HTML that the page gave to `sendOnce`, on the server a place for it. Its element must have the same id, and the
 * component a key of it.
 * @param html what `sendOnce` returned of it
 */
export function useSentOnce(id: string, html: string | undefined): string {
  const [found] = useState(() => html ?? (typeof window === "undefined" ? placeInPage(id) : fromPage(id)));
  return found;
}
