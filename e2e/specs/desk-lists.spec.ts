import { sql } from "../database";
import { expect, expectAccessible, languages, signIn, test } from "../fixtures";
import { button } from "../screens/question";

for (const locale of languages)
  test(`an editor begins a question and throws it away: asked first, gone from the list and its address, named in the log (${locale})`, async ({ as }) => {
    const editor = await as(["editor"], { locale, phone: locale === "zh", scheme: locale === "zh" ? "dark" : "light" });
    const id = `thrown-${locale}${Date.now().toString(36)}`;
    const { page, words, say } = editor;
    const { create, editor: texts, audit } = words.admin;
    await editor.open("/new-question", "admin");
    await page.getByLabel(create.id).fill(id);
    await page.getByLabel(create.id).press("Enter");
    await expect(page).toHaveURL(new RegExp(`/questions/${id}$`));
    await expect(page.getByRole("heading", { level: 1, name: id })).toBeVisible();

    const ask = async () => {
      await button(editor, texts.more).click();
      await page.getByText(texts.discarding.ask).click();
      const dialog = page.getByRole("dialog", { name: say(texts.discarding.title, { id }) });
      await expect(dialog).toBeVisible();
      return dialog;
    };
    const dialog = await ask();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    expect(await sql(`select 1 from question where id = $1`, [id])).toHaveLength(1);

    await (await ask()).getByRole("button", { name: texts.discarding.confirm }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/questions$`));
    await expect(page.getByText(say(texts.discarding.done, { id }))).toBeVisible();
    await editor.open(`/questions?text=${id}`, "admin");
    await expect(page.getByRole("searchbox", { name: words.admin.questions.search })).toHaveValue(id);
    await expect(page.getByRole("row").filter({ hasText: id })).toHaveCount(0);
    expect(await editor.open(`/questions/${id}`, "admin")).toBe(404);
    editor.complaints.splice(0);

    const admin = await as(["admin"], { locale });
    await admin.open(`/audit?resource=question&id=${id}`, "admin");
    const entries = admin.page.getByRole("list", { name: audit.title }).getByRole("listitem");
    await expect(entries).toHaveCount(2);
    await expect(entries.first()).toContainText(say(audit.actions.question.discarded, { actor: editor.name, resource: id }));
    await expect(entries.nth(1)).toContainText(audit.gone);
    await expect(entries.getByRole("link", { name: id })).toHaveCount(0);
  });

for (const locale of languages)
  test(`an administrator whose session ended while the page was open signs in beside it, and the same press works (${locale})`, async ({ as }) => {
    const admin = await as(["admin"], { locale });
    const other = await as([], { name: `Gu ${Date.now()}`, locale });
    const { page, words, say } = admin;
    const { users, editor: texts, roles } = words.admin;
    await admin.open(`/users/${other.id}`, "admin");
    const role = page.getByRole("switch", { name: roles.editor });
    await expect(role).toHaveAttribute("aria-checked", "false");
    await sql(`update session set revoked_at = now() where user_id = $1`, [admin.id]);
    await role.click();
    await expect(page.getByText(words.app.signedOut, { exact: true })).toBeVisible();
    await expect(role).toHaveAttribute("aria-checked", "false");
    await expectAccessible(page);
    const opening = page.context().waitForEvent("page");
    await page.locator(".toast").getByRole("button", { name: texts.signIn }).click();
    const door = await opening;
    await expect(door).toHaveURL(/\/sign-in\?next=/);
    expect(new URL(door.url()).searchParams.get("next")).toBe(`/${locale}/users/${other.id}`);
    await door.close();

    await signIn(admin.context, admin.id);
    await role.click();
    await expect(page.getByText(say(users.granted, { name: other.name, role: roles.editor }))).toBeVisible();
    admin.complaints.splice(0);
  });
