import { sql } from "../database";
import { adminUrl, expect, languages, look, test, webUrl } from "../fixtures";
import { button, link } from "../screens/question";

for (const locale of languages)
  test(`an administrator suspends a learner, whose next press leads to the door, and the log keeps the reason (${locale})`, async ({ as }) => {
    const admin = await as(["admin"], { locale });
    const learner = await as([], { name: `Lin ${Date.now()}`, locale });
    const { page, words, say } = admin;
    const texts = words.admin.users;
    await learner.open("/topics");
    await expect(learner.page.getByRole("heading", { level: 1, name: words.topics.title })).toBeVisible();

    await admin.open("/users", "admin");
    await page.getByRole("searchbox", { name: texts.search }).fill(learner.email);
    await page.keyboard.press("Enter");
    await look(page);
    await page.getByRole("link", { name: learner.name }).click();
    await expect(page.getByRole("heading", { level: 1, name: learner.name })).toBeVisible();
    await look(page);
    await button(admin, texts.suspend).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: texts.suspend, exact: true }).click();
    await expect(dialog.getByLabel(texts.reason)).toBeFocused();
    await expect(dialog.getByText(texts.reasonMissing)).toBeVisible();
    await dialog.getByLabel(texts.reason).fill("sold answers");
    await look(page);
    await dialog.getByRole("button", { name: texts.suspend, exact: true }).click();
    await expect(page.getByText(say(texts.suspendedNow, { name: learner.name }))).toBeVisible();

    await link(learner, words.app.nav.paths).click();
    await expect(learner.page).toHaveURL(new RegExp(`/${locale}/sign-in\\?next=`));
    await expect(learner.page.getByRole("heading", { name: words.auth.signIn.title })).toBeVisible();
    expect(await sql(`select 1 from session where user_id = $1 and revoked_at is null`, [learner.id])).toEqual([]);

    await admin.open("/audit", "admin");
    const entry = page.getByRole("listitem").filter({ hasText: learner.name }).first();
    await expect(entry).toContainText("sold answers");
    await look(page);
  });

test("a suspended learner is told so after the right password only, and comes in again when let in", async ({ as, visitor }) => {
  const { createUser } = await import("@tidao/auth/testing");
  const password = "correct horse battery staple";
  const learner = await createUser({ password, suspended: true, name: "Out For Now" });
  const me = await visitor();
  const { page, words, say } = me;
  await me.open("/sign-in");
  await page.getByLabel(words.auth.email).fill(learner.email);
  await page.getByLabel(words.auth.password).fill("something else entirely");
  await button(me, words.auth.signIn.submit).click();
  await expect(page.getByRole("alert").filter({ hasText: say(words.errors.CREDENTIALS_WRONG, { spaced: "no" }) })).toBeVisible();
  await page.getByLabel(words.auth.password).fill(password);
  await button(me, words.auth.signIn.submit).click();
  await expect(page.getByRole("alert").filter({ hasText: words.errors.ACCOUNT_SUSPENDED })).toBeVisible();

  const admin = await as(["admin"]);
  await admin.open(`/users/${learner.id}`, "admin");
  const signOut = button(admin, words.admin.users.signOut);
  await expect(signOut).toHaveAttribute("aria-disabled", "true");
  await expect(signOut).toHaveAccessibleDescription(words.admin.users.signOutNone);
  await button(admin, words.admin.users.unsuspend).click();
  const dialog = admin.page.getByRole("dialog");
  await dialog.getByLabel(words.admin.users.reason).fill("paid back");
  await dialog.getByRole("button", { name: words.admin.users.unsuspend, exact: true }).click();
  await expect(admin.page.getByText(say(words.admin.users.unsuspendedNow, { name: learner.name }))).toBeVisible();
  await page.getByLabel(words.auth.password).fill(password);
  await button(me, words.auth.signIn.submit).click();
  await expect(page).toHaveURL(`${webUrl}/en`);
});

test("a role that is granted opens its door at the next request, and one that is taken closes it", async ({ as }) => {
  const admin = await as(["admin"], { locale: "zh" });
  const other = await as([], { name: `Shen ${Date.now()}`, locale: "zh" });
  const { page, words, say } = admin;
  const role = words.admin.roles.editor;
  expect(await other.open("/", "admin")).toBe(403);
  await admin.open(`/users/${other.id}`, "admin");
  await page.getByRole("switch", { name: role }).click();
  await expect(page.getByText(say(words.admin.users.granted, { name: other.name, role }))).toBeVisible();
  await expect(page.getByRole("switch", { name: role })).toHaveAttribute("aria-checked", "true");
  expect(await other.open("/questions", "admin")).toBe(200);
  await expect(other.page.getByRole("heading", { level: 1, name: words.admin.questions.title })).toBeVisible();
  expect(await other.open("/users", "admin")).toBe(403);
  await page.getByRole("switch", { name: role }).click();
  await expect(page.getByText(say(words.admin.users.revoked, { name: other.name, role }))).toBeVisible();
  expect(await other.open("/questions", "admin")).toBe(403);
  expect(await sql(`select action from audit_entry where resource_id = $1 order by id`, [other.id])).toEqual([
    { action: "user.roleGranted" },
    { action: "user.roleRevoked" },
  ]);
  // nobody locks themselves out
  await admin.open(`/users/${admin.id}`, "admin");
  await expect(page.getByRole("switch", { name: words.admin.roles.admin })).toHaveAttribute("aria-disabled", "true");
});

for (const locale of languages)
  test(`a learner who opens the desk is told plainly that it is not theirs, and is not sent in circles (${locale})`, async ({ as }) => {
    const learner = await as([], { locale, name: "林学 Lin", phone: true });
    const { page, words, say } = learner;
    const visited: string[] = [];
    page.on("request", (request) => request.isNavigationRequest() && visited.push(request.url()));
    for (const path of ["/", "/questions", "/users", "/audit"]) {
      visited.length = 0;
      expect(await learner.open(path, "admin"), path).toBe(403);
      await expect(page.getByRole("heading", { level: 1, name: words.auth.wrongRole.title })).toBeVisible();
      await expect(page.getByText(say(words.auth.wrongRole.body, { name: "林学 Lin" }))).toBeVisible();
      expect(visited).toHaveLength(1);
      await look(page);
    }
    await link(learner, words.auth.wrongRole.toLearn).click();
    await expect(page).toHaveURL(`${webUrl}/${locale}`);
    expect(await learner.open("/teach")).toBe(403);
    await look(page);
  });

test("admin's procedures do not exist where learners are, and refuse learners where they are", async ({ as }) => {
  const learner = await as();
  const call = (origin: string) => learner.context.request.get(`${origin}/api/trpc/users.listUsers?input=%7B%7D`);
  expect((await call(webUrl)).status()).toBe(404);
  const refused = await call(adminUrl);
  expect(refused.status()).toBe(403);
  expect(await refused.text()).not.toContain("@");
});
