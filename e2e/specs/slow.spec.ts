import { expect, languages, look, test } from "../fixtures";
import { link } from "../screens/question";

for (const locale of languages)
  test(`somebody on a slow connection hears and sees that a page is on its way (${locale})`, async ({ as }) => {
    const me = await as([], { locale, phone: locale === "zh" });
    const { page, words } = me;
    await me.open("/");
    const opening = page.getByRole("status").filter({ hasText: words.app.state.opening });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/topics?*_rsc=*", async (route) => {
      await held;
      await route.continue();
    });
    // pressed until the page follows links by itself
    await page.waitForLoadState("networkidle");
    await link(me, words.topics.title).first().click();
    await expect(opening).toBeAttached();
    await look(page);
    release();
    await expect(page.getByRole("heading", { level: 1, name: words.topics.title })).toBeVisible();
    await expect(opening).toHaveCount(0);
  });

test("somebody without a connection who follows a link keeps the page they read, and is led on when it is back", async ({ as }) => {
  const me = await as([], { locale: "zh", phone: true });
  const { page, context, words } = me;
  await me.open("/topics/tokenisation");
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await link(me, words.topics.title).first().click();
  await expect(page.locator(".toast").filter({ hasText: words.app.state.away })).toBeVisible();
  await expect(page.getByRole("article")).toBeVisible();
  await context.setOffline(false);
  await link(me, words.topics.title).first().click();
  await expect(page.getByRole("heading", { level: 1, name: words.topics.title })).toBeVisible();
  me.complaints.length = 0; // the failed request, as meant
});
