import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import { createSessionFor, createUser, sessionCookieName, type TestUser } from "@tidao/auth/testing";
import { complaints } from "./look";
import { type Speech, type Tongue, wordsIn } from "./words";

export { complaints, expectAccessible, expectNoSideScroll, look } from "./look";
export { languages } from "./words";
export const webUrl = process.env.WEB_URL ?? "http://localhost:3000";
export const adminUrl = process.env.ADMIN_URL ?? "http://localhost:3001";
type ExtraRole = "instructor" | "editor" | "admin";

interface Seat extends Speech {
  context: BrowserContext;
  page: Page;
  /** Opens a page in the person's language: "/topics", or "/users" of the desk. */
  open: (path: string, app?: "web" | "admin") => Promise<number>;
  /** What their browser complained of; a journey that expects one takes it out. */
  complaints: string[];
}
export type Visitor = Seat;
export type Person = Seat & TestUser;

interface SeatOptions {
  locale?: Tongue;
  phone?: boolean;
  scheme?: "light" | "dark";
  /** Of the browser; the account's own is `zone`. */
  timezoneId?: string;
}
/** What a journey is given. */
export interface Hands {
  /** A new account with these roles, signed in by a session row in a browser of its own. */
  as: (roles?: ExtraRole[], options?: SeatOptions & { name?: string; email?: string; zone?: string }) => Promise<Person>;
  /** Somebody who is not signed in, in a browser of their own. */
  visitor: (options?: SeatOptions) => Promise<Visitor>;
  seat: (options: SeatOptions) => Promise<Seat>;
}

export const test = base.extend<Hands>({
  seat: async ({ browser }, provide) => {
    const seats: Seat[] = [];
    await provide(async ({ locale = "en", phone, scheme = "light", timezoneId }) => {
      const context = await browser.newContext({
        baseURL: webUrl,
        colorScheme: scheme,
        locale: locale === "zh" ? "zh-CN" : "en-GB",
        ...(timezoneId && { timezoneId }),
        ...(phone ? { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } : { viewport: { width: 1280, height: 900 } }),
      });
      const page = await context.newPage();
      const open: Seat["open"] = async (path, app = "web") => {
        const response = await page.goto(`${app === "web" ? webUrl : adminUrl}/${locale}${path === "/" ? "" : path}`);
        return response?.status() ?? 0;
      };
      const seat = { context, page, open, complaints: complaints(page), ...wordsIn(locale) };
      seats.push(seat);
      return seat;
    });
    const found = seats.flatMap((seat) => seat.complaints);
    await Promise.all(seats.map(({ context }) => context.close()));
    expect(found, "what browsers complained of").toEqual([]);
  },
  visitor: async ({ seat }, provide) => provide((options = {}) => seat(options)),
  as: async ({ seat }, provide) => {
    await provide(async (roles = [], { name, email, zone, ...options } = {}) => {
      const user = await createUser({ roles, locale: options.locale ?? "en", name, email, zone });
      const own = await seat(options);
      await signIn(own.context, user.id);
      return { ...user, ...own };
    });
  },
});
export { expect };

/** Cookies ignore ports: one session is seen by both apps. */
export async function signIn(context: BrowserContext, userId: string): Promise<void> {
  const value = await createSessionFor(userId);
  await context.addCookies([{ name: sessionCookieName(), value, url: webUrl, httpOnly: true, sameSite: "Lax" }]);
}
