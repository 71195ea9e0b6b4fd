interface Click {
  button: number;
  defaultPrevented: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}
interface ClickedLink {
  href: string;
  target: string;
  hasAttribute: (name: string) => boolean;
}

/**
 * Where the router is to go for a click on a link, or null where the click is the browser's: a new tab, a download, another
 * origin, a place on the page that is open.
 */
export function softAddress(click: Click, link: ClickedLink, here: string): string | null {
  const taken = click.defaultPrevented || click.button !== 0;
  if (taken || click.altKey || click.ctrlKey || click.metaKey || click.shiftKey) return null;
  if ((link.target && link.target !== "_self") || link.hasAttribute("download")) return null;
  const [to, from] = [new URL(link.href), new URL(here)];
  if (to.origin !== from.origin) return null;
  const address = to.pathname + to.search;
  return to.hash && address === from.pathname + from.search ? null : address + to.hash;
}
