import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import { createSessionFor, createUser, sessionCookieName, type TestUser } from "@tidao/auth/testing";

export const webUrl = process.env.WEB_URL ?? "http://localhost:3000";
export const adminUrl = process.env.ADMIN_URL ?? "http://localhost:3001";
type ExtraRole = "instructor" | "editor" | "admin";

export interface Person extends TestUser {
  page: Page;
  context: BrowserContext;
}

interface Fixtures {
  /** A new account with these roles, signed in by a session row in a browser of its own. */
  as: (roles?: ExtraRole[], options?: { locale?: "zh" | "en"; name?: string; zone?: string; phone?: boolean; scheme?: "light" | "dark" }) => Promise<Person>;
}

export const test = base.extend<Fixtures>({
  as: async ({ browser }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (roles = [], { locale = "en", name, zone, phone, scheme } = {}) => {
      const user = await createUser({ roles, locale, name, zone });
      const context = await browser.newContext({
        baseURL: webUrl,
        colorScheme: scheme ?? "light",
        ...(phone ? { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } : { viewport: { width: 1280, height: 900 } }),
      });
      contexts.push(context);
      await signIn(context, user.id);
      return { ...user, context, page: await context.newPage() };
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});
export { expect };

/** Cookies ignore ports: one session is seen by both apps. */
export async function signIn(context: BrowserContext, userId: string): Promise<void> {
  await context.addCookies([{ name: sessionCookieName(), value: await createSessionFor(userId), url: webUrl, httpOnly: true, sameSite: "Lax" }]);
}

/** Collects what a browser complains of: policy violations, uncaught errors, failed scripts. */
export function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of (401|403|404|409|422|429)/.test(message.text())) found.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`${page.url()}: ${error.message}`));
  return found;
}

/** No serious or critical finding of axe on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  const serious = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
  expect(serious.map((v) => `${page.url()} ${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual([]);
}

/** Nothing sticks out of the page sideways. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}
