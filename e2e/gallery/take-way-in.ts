import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";
import { mailedLink } from "../mailbox";
import { answerSomehow, button } from "../screens/question";
import { take } from "./picture";

test("the way in", async ({ visitor }) => {
  const en = await visitor({ locale: "en" });
  await en.open("/");
  await take(en, "landing-en");
  await en.open("/sign-in");
  await take(en, "sign-in-en");
  const dark = await visitor({ locale: "zh", scheme: "dark" });
  await dark.open("/forgot-password");
  await take(dark, "forgot-zh-dark");
  const zh = await visitor({ locale: "zh", phone: true });
  await zh.open("/sign-up");
  await take(zh, "sign-up-zh-phone");
  await zh.open("/no-such-page");
  zh.complaints.splice(0);
  await take(zh, "not-found-zh-phone");

  const me = await visitor({ locale: "en", phone: true });
  const { page, words } = me;
  const email = `newcomer-${randomUUID()}@example.test`;
  await me.open("/sign-up");
  await page.getByLabel(words.auth.name, { exact: true }).fill("Ada");
  await page.getByLabel(words.auth.email).fill(email);
  await page.getByLabel(words.auth.password).fill("correct horse battery staple");
  await button(me, words.auth.signUp.submit).click();
  await expect(page).toHaveURL(/\/en$/);
  await page.goto(await mailedLink(email, "verify"));
  await take(me, "verify-en-phone");
});

test("where somebody stands", async ({ as }) => {
  test.setTimeout(240_000);
  const phone = await as([], { locale: "zh", phone: true });
  await phone.open("/placement");
  await take(phone, "placement-zh-phone");
  await phone.open("/");
  await take(phone, "doors-zh-phone");
  await phone.open("/topics/tokenisation/skip");
  await take(phone, "skip-zh-phone");

  const me = await as([], { locale: "en" });
  const { page, words } = me;
  await me.open("/placement");
  await page.getByRole("button", { name: words.placement.begin }).click();
  const result = page.getByRole("heading", { level: 1, name: words.placement.result.title });
  const dontKnow = button(me, words.practice.dontKnow);
  await expect(dontKnow).toBeVisible();
  await take(me, "placement-question-en");
  for (let n = 0; n < 25 && !(await result.isVisible()); n++) {
    const heading = await page.locator(".stem").innerText().catch(() => "");
    if (n % 2 === 0) {
      await answerSomehow(me);
      await page.locator(".answer-bar button[type=submit]").click();
    } else await dontKnow.click();
    await expect.poll(async () => (await result.isVisible()) || (await page.locator(".stem").innerText().catch(() => "")) !== heading).toBe(true);
    await page.waitForTimeout(600);
  }
  await expect(result).toBeVisible();
  await take(me, "placement-result-en");
});
