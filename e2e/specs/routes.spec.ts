import { adminUrl, expect, expectAccessible, expectNoSideScroll, languages, test, webUrl } from "../fixtures";
import { pagesOf, routes, type World } from "../routes";
import { makeWorld } from "../world";
import type { Page, Response } from "@playwright/test";

test("every page is in the list of pages that the next journeys visit, and none that is gone", () => {
  for (const app of ["web", "admin"] as const) expect(Object.keys(routes[app]).toSorted()).toEqual(pagesOf(app));
});

/** Scripts run only from our own files or with this answer's nonce, and nobody may frame, sniff or follow us. */
function expectProtected(headers: Record<string, string>): string {
  const policy = headers["content-security-policy"] ?? "";
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
  expect(scripts).toMatch(/'nonce-[\w+/=]{20,}'/);
  expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain("form-action 'self'");
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
    "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(headers["x-powered-by"]).toBeUndefined();
  return /'nonce-([^']+)'/.exec(scripts)?.[1] ?? "";
}

async function expectNonces(response: Response): Promise<void> {
  const nonce = expectProtected(response.headers());
  const html = await response.text();
  const scripts = html.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
}

/** What the browser refused, as the policy's own events say it. */
const watchViolations = (page: Page) =>
  page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener("securitypolicyviolation", (event) => refused.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
const violations = (page: Page) => page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);

/** React has taken hold of the page: its buttons do what they say, or the rows that they stand in do it for them, or the browser alone in a part that was sent as HTML. */
const expectAwake = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const held = (element: Element | null) => element !== null && Object.keys(element).some((key) => key.startsWith("__react"));
        const alone = (element: Element) => element.matches("[id^='once-'] form[action], [id^='once-'] form[action] button[type=submit]");
        return [...document.querySelectorAll("button, form")].every((element) => held(element) || held(element.closest("[data-acts]")) || alone(element));
      }),
    )
    .toBe(true);

const internalLinks = (page: Page) =>
  page.evaluate(() => {
    const missing: string[] = [];
    const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].filter((link) => {
      const [path, anchor] = link.href.split("#");
      if (anchor && path === location.href.split("#")[0] && !document.getElementById(decodeURIComponent(anchor))) missing.push(link.href);
      return !anchor || path !== location.href.split("#")[0];
    });
    return { missing, links: links.map((link) => link.href.split("#")[0] ?? "") };
  });

/** Of links that differ in their last part or in what a query asks for, as those to thirty topics do, eight stand for all. */
function someOfEachKind(links: Iterable<string>): string[] {
  const kinds = Map.groupBy(links, (link) => {
    const { origin, pathname, searchParams } = new URL(link);
    return `${origin}${pathname.replace(/[^/]+$/, "*")}?${[...searchParams.keys()].toSorted().join("&")}`;
  });
  return [...kinds.values()].flatMap((alike) => alike.filter((_, at) => at % Math.ceil(alike.length / 8) === 0));
}

for (const app of ["web", "admin"] as const)
  for (const locale of languages)
    test(`every page of ${app} works for whom it is for, keeps to its policy, and leads nowhere that is not (${locale})`, async ({ as, visitor }) => {
      test.setTimeout(process.env.TIDAO_TEST_SIZE === "long" ? 600_000 : 240_000);
      const world = await makeWorld(locale, { as, visitor });
      for (const { page } of Object.values(world.people)) await watchViolations(page);
      const reached = new Map<string, Set<string>>();
      for (const [name, visits] of Object.entries(routes[app]))
        for (const { who, path, status = 200 } of visits) {
          const person = world.people[who];
          const address = typeof path === "string" ? path : path(world);
          await test.step(`${name} as ${who}`, async () => {
            const { page } = person;
            const response = await page.goto(`${app === "web" ? webUrl : adminUrl}/${locale}${address === "/" ? "" : address}`);
            expect(response!.status(), address).toBe(status);
            await expectNonces(response!);
            await expect(page.locator("html")).toHaveAttribute("lang", locale === "zh" ? "zh-CN" : "en");
            await expect(page.getByRole("main")).toBeAttached();
            await expectAwake(page);
            for (const summary of await page.locator("summary:visible").all()) await summary.click();
            await expectAccessible(page);
            await page.setViewportSize({ width: 360, height: 740 });
            await expectNoSideScroll(page);
            await page.setViewportSize({ width: 1280, height: 900 });
            const { missing, links } = await internalLinks(page);
            expect(missing, `anchors of ${address}`).toEqual([]);
            const found = reached.get(who) ?? new Set();
            // what is not there is not there in the other language either; who may not enter may not enter by the brand
            const own = app === "web" ? webUrl : adminUrl;
            const others = links.filter((link) => status === 200 || !(status === 404 ? link.endsWith(address) : link.startsWith(own)));
            for (const link of others) if ([webUrl, adminUrl].some((origin) => link.startsWith(origin))) found.add(link);
            reached.set(who, found);
            expect(await violations(page)).toEqual([]);
          });
        }
      for (const [who, links] of reached) {
        const { context } = world.people[who as keyof World["people"]];
        const broken: string[] = [];
        for (const link of someOfEachKind(links)) {
          const answer = await context.request.get(link);
          // the way to the other app's desk is shown only to those who may enter it
          if (answer.status() >= 400) broken.push(`${answer.status()} ${link}`);
          await answer.dispose();
        }
        expect(broken, `links that ${who} is shown`).toEqual([]);
      }
    });

test("static files, calls, refusals, redirects and errors are protected like pages", async ({ visitor }) => {
  const { page, context } = await visitor();
  await page.goto(`${webUrl}/en`);
  const script = await page.locator("script[src]").first().getAttribute("src");
  for (const origin of [webUrl, adminUrl]) {
    const answers = {
      health: await context.request.get(`${origin}/api/health`),
      call: await context.request.get(`${origin}/api/trpc/${origin === webUrl ? "home.getHome" : "users.listUsers"}?input=%7B%7D`),
      "no such call": await context.request.get(`${origin}/api/trpc/none.at.all`),
      redirect: await context.request.get(`${origin}/`, { maxRedirects: 0 }),
      missing: await context.request.get(`${origin}/en/none`),
      "no such file": await context.request.get(`${origin}/none.png`),
      refusal: await context.request.post(`${origin}/api/trpc/account.revokeOtherSessions`, { data: {}, headers: { origin: "https://evil.example" } }),
    };
    for (const answer of Object.values(answers)) expectProtected(answer.headers());
    const statuses = Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, answer.status()]));
    expect(statuses).toEqual({ health: 200, call: 401, "no such call": 404, redirect: 307, missing: 404, "no such file": 404, refusal: 403 });
    expect(await answers.health.json()).toEqual({ status: "ok", database: "up" });
  }
  const file = await context.request.get(`${webUrl}${script}`);
  expect(file.status()).toBe(200);
  expectProtected(file.headers());
  expect(file.headers()["cache-control"]).toContain("immutable");
});
