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

const controlsIn = (part: Element): HTMLElement[] =>
  [...part.querySelectorAll<HTMLElement>("a[href], button:not(:disabled), summary")].filter(isShown);

/** The control of an item that is like the one that went, or its first. */
function controlIn(item: Element, like: Element): HTMLElement | undefined {
  const controls = controlsIn(item);
  return controls.find(({ className }) => className === like.className) ?? controls[0];
}
const nameOf = (control: Element): string => control.getAttribute("aria-label") ?? control.textContent.trim();
/** The same control, where its part of the page was drawn anew around it: a choice in a menu, a name on a chart. One that is on now looks otherwise and says the same. */
function sameIn(part: Element, lost: Element): HTMLElement | undefined {
  const name = nameOf(lost);
  const same = name ? controlsIn(part).filter((control) => nameOf(control) === name) : [];
  return same.find(({ className }) => className === lost.className) ?? same[0];
}

/**
 * Where somebody stands whose control went: in its row, else in the row that took its place, else in the last one before;
 * where there is none, on the control that says the same in what was drawn anew, else at the heading of the part of the page
 * that it belonged to.
 */
export function placeAfter(way: readonly Step[]): HTMLElement | null {
  const lost = way[0]?.element;
  if (!lost) return null;
  const left = way.find(({ parent }) => isShown(parent))?.parent;
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
    // with the heading of the page it is another page, which is read from its beginning
    const same = parent === left && !parent.querySelector("h1") && sameIn(parent, lost);
    if (same) return same;
    const heading = parent.matches("section, article, aside, dialog, main")
      ? [...parent.querySelectorAll<HTMLElement>("h1, h2, h3")].find(isShown)
      : undefined;
    if (heading) return heading;
  }
  return document.querySelector("main");
}
