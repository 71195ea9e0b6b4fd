import type { Page } from "@playwright/test";

declare global {
  interface Window {
    heard?: string[];
  }
}

/**
 * What a screen reader is told while somebody works, in order: where the focus comes to (after what it was on is `gone`, where it
 * was taken out of the page before: Orca then stands somewhere else and does not say where the focus went), and what a live
 * region says. It listens from the next page on.
 */
export async function listening(page: Page) {
  await page.addInitScript(() => {
    const heard: string[] = (window.heard = []);
    const words = (node: Element) => (node.textContent ?? "").replaceAll(/\s+/g, " ").trim();
    const referred = (element: Element, attribute: string) =>
      (element.getAttribute(attribute) ?? "")
        .split(" ")
        .map((id) => (id ? document.getElementById(id) : null))
        .flatMap((each) => (each ? [words(each)] : []))
        .join(" ");
    const live = "[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]";
    let last: Element | null = null;
    document.addEventListener("focusin", ({ target }) => {
      if (!(target instanceof Element)) return;
      const name = target.getAttribute("aria-label") ?? (referred(target, "aria-labelledby") || words(target));
      const parts = [`${last && !last.isConnected ? "gone, then " : ""}${target.getAttribute("role") ?? target.localName}: ${name}`];
      const described = referred(target, "aria-describedby");
      heard.push([...parts, ...(described ? [described] : [])].join(" | "));
      last = target;
    });
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const around = target instanceof Element ? target : target.parentElement;
        const region = around?.closest(live);
        if (region) regions.add(region);
        for (const node of addedNodes) if (node instanceof Element) for (const alert of [node, ...node.querySelectorAll("[role=alert]")]) if (alert.matches("[role=alert]")) regions.add(alert);
      }
      for (const region of regions) if (region.isConnected && words(region)) heard.push(`says: ${words(region)}`);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return {
    /** Forgets what was heard so far. */
    hush: () => page.evaluate(() => void window.heard?.splice(0)),
    /** All since. */
    heard: () => page.evaluate(() => window.heard ?? []),
  };
}

/** Name and role of every control of the page as Chromium hands them to a screen reader: it takes nothing from MathML, for one. */
export async function spokenControls(page: Page): Promise<{ role: string; name: string }[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const controls = new Set(["button", "checkbox", "combobox", "link", "math", "MathMLMath", "radio", "slider", "textbox"]);
  return nodes.flatMap(({ ignored, role, name }) =>
    !ignored && controls.has(String(role?.value)) ? [{ role: String(role?.value), name: String(name?.value ?? "") }] : [],
  );
}
