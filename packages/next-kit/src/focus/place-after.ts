/** From what had the focus up to the page: each element, what it stood in, and as which of its children. */
export interface Step {
  element: Element;
  parent: Element;
  index: number;
}

export function wayUp(from: Element): Step[] {
  const way: Step[] = [];
  for (let element = from; element.parentElement; element = element.parentElement) {
    const parent = element.parentElement;
    way.push({ element, parent, index: [...parent.children].indexOf(element) });
  }
  return way;
}

const isShown = (element: Element) => element.isConnected && element.checkVisibility();

/** The control of an item that is like the one that went, or its first. */
function controlIn(item: Element | undefined, like: Element): HTMLElement | undefined {
  const controls = [...(item?.querySelectorAll<HTMLElement>("a[href], button:not(:disabled), summary") ?? [])].filter(
    isShown,
  );
  return controls.find(({ className }) => className === like.className) ?? controls[0];
}

/**
 * Where somebody stands whose control went: in its row, else in the row that took its place, else in the last one before;
 * where there is none, at the heading of the part of the page that it belonged to.
 */
export function placeAfter(way: readonly Step[]): HTMLElement | null {
  const lost = way[0]?.element;
  if (!lost) return null;
  for (const { element, parent, index } of way) {
    if (!isShown(parent)) continue;
    if (element.matches("li, tr")) {
      const items = [...parent.children];
      // where it still stands and is only empty or hidden, the next one follows it
      for (const item of [...items.slice(index), ...items.slice(0, index).toReversed()]) {
        const control = controlIn(item, lost);
        if (control) return control;
      }
    }
    const heading = parent.matches("section, article, aside, dialog, main")
      ? [...parent.querySelectorAll<HTMLElement>("h1, h2, h3")].find(isShown)
      : undefined;
    if (heading) return heading;
  }
  return document.querySelector("main");
}
