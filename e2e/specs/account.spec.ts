import { createUser, sessionCookieName } from "@tidao/auth/testing";
import { adminUrl, expect, languages, look, test, webUrl } from "../fixtures";
import { button, link } from "../screens/question";

const password = "correct horse battery staple";

for (const locale of languages)
  test(`somebody who mistypes a password learns nothing about who has an account (${locale})`, async ({ visitor }) => {
    const known = await createUser({ password, locale });
    const me = await visitor({ locale });
    const { page, words, say } = me;
    const said: (string | null)[] = [];
    for (const email of [known.email, `nobody-${known.email}`]) {
      await me.open("/sign-in");
      await page.getByLabel(words.auth.email).fill(email);
      await page.getByLabel(words.auth.password).fill("not the password at all");
      await button(me, words.auth.signIn.submit).click();
      await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toHaveText(say(words.errors.CREDENTIALS_WRONG, { spaced: "no" }));
      await expect(page.getByLabel(words.auth.password)).toBeFocused();
      await expect(page.getByLabel(words.auth.email)).toHaveValue(email);
      // shown by a press that leaves the focus where it is typed, hidden again by sending
      const shown = page.getByRole("button", { name: words.auth.showTyped });
      await page.keyboard.type("I can see this");
      await shown.click();
      await expect(shown).toHaveAttribute("aria-pressed", "true");
      await expect(page.getByLabel(words.auth.password)).toHaveAttribute("type", "text");
      await expect(page.getByLabel(words.auth.password)).toBeFocused();
      await page.keyboard.type(", all of it");
      await expect(page.getByLabel(words.auth.password)).toHaveValue("I can see this, all of it");
      await page.keyboard.press("Enter");
      await expect(page.getByLabel(words.auth.password)).toHaveAttribute("type", "password");
      // what came with a space from where it was copied is not trimmed, and said to have one
      await page.getByLabel(words.auth.password).fill(` ${password}`);
      await page.keyboard.press("Enter");
      await expect(page.getByText(say(words.errors.CREDENTIALS_WRONG, { spaced: "yes" }))).toBeVisible();
      await expect(page.getByLabel(words.auth.password)).toHaveValue("");
      said.push(await page.getByRole("alert").filter({ hasText: /\S/ }).textContent());
      await look(page);
    }
    expect(said[0]).toBe(said[1]);
  });

test("somebody who signs in comes to the page they asked for, in both apps, and leaves both at once", async ({ visitor }) => {
  const editor = await createUser({ password, roles: ["editor"] });
  const me = await visitor();
  const { page, context, words } = me;
  await me.open("/analytics");
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
  await page.getByLabel(words.auth.email).fill(editor.email.toUpperCase());
  await page.getByLabel(words.auth.password).fill(password);
  await button(me, words.auth.signIn.submit).click();
  await expect(page).toHaveURL(`${webUrl}/en/analytics`);
  // who has a desk finds it from where learners begin
  await me.open("/");
  await expect(link(me, words.home.beside.desk)).toHaveAttribute("href", `${adminUrl}/en`);
  await expect(link(me, words.home.beside.classes)).toHaveCount(0);

  const [cookie] = (await context.cookies()).filter(({ name }) => name === sessionCookieName());
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(cookie!.value).not.toContain(editor.id);
  expect(await page.evaluate(() => document.cookie)).not.toContain(cookie!.value);

  expect(await me.open("/", "admin")).toBe(200);
  await expect(page.getByRole("navigation", { name: words.admin.nav.label })).toBeVisible();
  await button(me, words.app.actions.signOut).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await me.open("/analytics");
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
  // the session is gone on the server, not only in this browser
  const answer = await fetch(`${webUrl}/en/analytics`, { redirect: "manual", headers: { cookie: `${cookie!.name}=${cookie!.value}` } });
  expect(answer.status).toBe(307);
});

test("somebody who changes the language at the door comes to the page they asked for in that language", async ({ visitor }) => {
  const { email } = await createUser({ password });
  const me = await visitor({ locale: "zh" });
  const { page } = me;
  await me.open("/topics?view=map");
  await page.getByRole("link", { name: "English" }).click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${webUrl}/en/topics?view=map`);
});

test("somebody whose connection drops at the door finds all they typed there, the password too", async ({ visitor }) => {
  const taken = await createUser({ password });
  const me = await visitor({ phone: true });
  const { page, context, words } = me;
  const said = (text: string) => page.getByRole("alert").filter({ hasText: text });
  const mine = `new-${taken.email}`;
  await me.open("/sign-up");
  await page.getByLabel(words.auth.name).fill("Lin");
  await page.getByLabel(words.auth.email).fill(taken.email);
  await page.getByLabel(words.auth.password).fill(password);
  await button(me, words.auth.signUp.submit).click();
  await expect(said(words.errors.EMAIL_TAKEN)).toBeVisible();
  await expect(page.getByLabel(words.auth.password)).toHaveValue(password);
  await page.getByLabel(words.auth.email).fill(mine);
  await context.setOffline(true);
  await button(me, words.auth.signUp.submit).click();
  await expect(said(words.auth.problems.OFFLINE)).toBeVisible();
  await context.setOffline(false);
  await button(me, words.auth.signUp.submit).click();
  await expect(page.getByRole("heading", { name: words.home.doors.title })).toBeVisible();

  await context.clearCookies();
  await me.open("/sign-in");
  await page.getByLabel(words.auth.email).fill(mine);
  await page.getByLabel(words.auth.password).fill(password);
  await context.setOffline(true);
  await button(me, words.auth.signIn.submit).click();
  await expect(said(words.auth.problems.OFFLINE)).toBeVisible();
  await context.setOffline(false);
  await button(me, words.auth.signIn.submit).click();
  await expect(page).toHaveURL(`${webUrl}/en`);
  me.complaints.length = 0; // the failed requests, as meant
});

test("a link to elsewhere is not followed after signing in", async ({ visitor }) => {
  const { email } = await createUser({ password });
  const me = await visitor();
  const { page, words } = me;
  for (const next of ["https://evil.example/", "//evil.example/", "/\\evil.example", "/api/auth/signout"]) {
    await me.context.clearCookies();
    await me.open(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel(words.auth.email).fill(email);
    await page.getByLabel(words.auth.password).fill(password);
    await button(me, words.auth.signIn.submit).click();
    await expect(page).toHaveURL(`${webUrl}/en`);
  }
});

test("a password that is easy to guess is refused beside its field, and what was typed stays", async ({ visitor }) => {
  const me = await visitor({ phone: true });
  const { page, words } = me;
  await me.open("/sign-up");
  await page.getByLabel(words.auth.name).fill("Lin");
  await page.getByLabel(words.auth.email).fill("lin-weak@example.test");
  await page.getByLabel(words.auth.password).fill("1234567890");
  await button(me, words.auth.signUp.submit).click();
  await expect(page.getByLabel(words.auth.password)).toBeFocused();
  await expect(page.getByLabel(words.auth.password)).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel(words.auth.email)).toHaveValue("lin-weak@example.test");
  await look(page);
});

test("language and theme that somebody chose are there again the next time", async ({ as, visitor }) => {
  const stranger = await visitor({ locale: "en" });
  await stranger.open("/");
  await link(stranger, "中文").click();
  await expect(stranger.page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await stranger.page.goto(webUrl);
  await expect(stranger.page).toHaveURL(`${webUrl}/zh`);

  const me = await as([], { locale: "en" });
  const { page, words } = me;
  await me.open("/account");
  await look(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByLabel(words.account.theme).selectOption(words.app.theme.dark);
  await button(me, words.account.save).click();
  await expect(page.getByText(words.account.saved)).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await look(page);
  await me.open("/topics");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await paper()).not.toBe(light);
  await look(page);
  // the desk is another origin with the same account
  await page.goto(`${adminUrl}/en`);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("somebody ends a session on another device, and that device is out", async ({ as, seat }) => {
  const me = await as();
  const { page, words } = me;
  const elsewhere = await seat({});
  const { signIn } = await import("../fixtures");
  await signIn(elsewhere.context, me.id);
  await elsewhere.open("/topics");
  await expect(elsewhere.page.getByRole("heading", { level: 1, name: words.topics.title })).toBeVisible();
  await me.open("/account/security");
  await button(me, words.account.sessions.revoke).click();
  await expect(page.getByText(words.account.sessions.revoked)).toBeVisible();
  await link(elsewhere, words.app.nav.paths).click();
  await expect(elsewhere.page).toHaveURL(/\/en\/sign-in\?next=/);
});
