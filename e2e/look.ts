import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** A failed call is part of many journeys and says so on the page; what a browser notes of it is no fault. */
const isAnAnswer = (text: string) => /status of (?:400|401|403|404|409|413|422|429)/.test(text);

/** Collects what a browser complains of: policy violations, uncaught errors, failed scripts. */
export function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !isAnAnswer(message.text())) found.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`${page.url()}: ${error.message}`));
  return found;
}

/** No serious or critical finding of axe on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // one frame a page: axe runs where it is, without a blank page to gather in, and explains only what it finds
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
  const said = serious.map((v) => `${page.url()} ${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`);
  expect(said).toEqual([]);
}

/** Nothing sticks out of the page sideways; what does is named. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const sticking = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map((element) => `${element.tagName} ${(element.getAttribute("class") ?? "").slice(0, 60)}`)
      .slice(-4);
  });
  expect(sticking, `${page.url()} scrolls sideways`).toEqual([]);
}

/** A screen as it should be whoever looks: its title, no finding of axe, nothing sticking out. */
export async function look(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/\S/);
  await expectNoSideScroll(page);
  await expectAccessible(page);
}
