import { expect, type Page } from "@playwright/test";
import { expectNoSideScroll } from "./look";

/** A window of 1280 by 1024 at 400 % (WCAG 2.2, 1.4.10). */
export const zoomed = { width: 320, height: 256 };

/** What a reader may set over any page (WCAG 2.2, 1.4.12); a sheet of the script's own is no violation of the page's policy. */
export const spaceText = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });

/** In a small window everything is read by scrolling down: nothing sticks out, is cut off, or takes the place of the rest. */
export async function expectReflow(page: Page): Promise<void> {
  await expectNoSideScroll(page);
  const found = await page.evaluate(() => {
    const said = new Set<string>();
    const open = [...document.querySelectorAll("dialog[open], :popover-open")].at(-1);
    const root = open ?? document.body;
    const named = (element: Element) => `${element.tagName.toLowerCase()}.${(element.getAttribute("class") ?? "").slice(0, 40)}`;
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    if (open) {
      const { left, top, right, bottom } = open.getBoundingClientRect();
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) said.add(`${named(open)} is larger than the window`);
      if (open.scrollWidth > open.clientWidth) said.add(`${named(open)} scrolls sideways`);
    }
    // an excerpt is cut by intent; what is for ears alone has no place
    const left = "script, style, svg, option, .katex, .stem-excerpt, [class*=line-clamp], .truncate, .sr-only, a[href='#content']";
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const host = node.parentElement;
      if (!host || !node.textContent?.trim() || host.closest(left) || !shown(host)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const words = range.getBoundingClientRect();
      for (let box: Element | null = host; box && root.contains(box); box = box.parentElement) {
        const { display, overflowX, overflowY } = getComputedStyle(box);
        if (display === "inline" || display === "contents") continue;
        if (/auto|scroll/.test(overflowX + overflowY)) break;
        const { left: start, right: end } = box.getBoundingClientRect();
        if (words.right > end + 2 || words.left < start - 2) said.add(`“${node.textContent.trim().slice(0, 30)}” sticks out of ${named(box)}`);
      }
    }
    for (const element of document.querySelectorAll("body *")) {
      const { position, overflowY } = getComputedStyle(element);
      if (!/sticky|fixed/.test(position) || element.closest("dialog, [popover], .table-frame") || !shown(element)) continue;
      const { height } = element.getBoundingClientRect();
      if (height > innerHeight / 3 && !/auto|scroll/.test(overflowY)) said.add(`${named(element)} holds ${Math.round(height)} px of ${innerHeight}`);
    }
    for (const frame of document.querySelectorAll(".table-frame")) {
      const first = frame.querySelector<HTMLElement>(".data-table-sticky tbody tr > :first-child");
      if (first && shown(first) && first.offsetWidth > frame.clientWidth * 0.6) said.add(`the first column of ${frame.getAttribute("aria-label")} covers the others`);
    }
    return [...said];
  });
  expect(found, page.url()).toEqual([]);
}

/** Tab from the page's first place to its last, and back: what has the focus is in sight (WCAG 2.2, 2.4.11). */
export async function expectFocusInSight(page: Page, places = 40): Promise<void> {
  const hidden = new Set<string>();
  for (const key of ["Tab", "Shift+Tab"])
    for (let place = 0; place < places; place++) {
      await page.keyboard.press(key);
      const name = await page.evaluate(() => {
        const held = document.activeElement;
        if (!held || held === document.body) return null;
        const target = held.closest("label") ?? held;
        const { left, top, right, bottom } = target.getBoundingClientRect();
        const across = [left + 2, (left + right) / 2, right - 2];
        const down = [Math.max(top, 0) + 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2, Math.min(bottom, innerHeight) - 2];
        const seen = across.some((x) => down.some((y) => {
          const there = document.elementFromPoint(x, y);
          return there !== null && (target.contains(there) || there.contains(target));
        }));
        return seen ? null : `${held.tagName} ${(held.getAttribute("aria-label") ?? held.textContent ?? "").slice(0, 30)}`;
      });
      if (name) hidden.add(name);
    }
  expect([...hidden], `what has the focus on ${page.url()} and is covered`).toEqual([]);
}
