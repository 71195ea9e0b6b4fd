import { givenAssignment } from "../arrange";
import { expect, languages, look, test } from "../fixtures";
import { button, link } from "../screens/question";

for (const locale of languages)
  test(`an instructor lets a colleague teach in the class, hands it over and leaves it (${locale})`, async ({ as }) => {
    const me = await as(["instructor"], { locale, name: "周老师 Zhou", phone: locale === "zh" });
    const colleague = await as(["instructor"], { locale, name: "钱老师 Qian", scheme: "dark" });
    const room = await givenAssignment(me, { className: "共同的 Shared" });
    const { page, words, say } = me;
    const texts = words.teach.room.teachers;
    const about = (word: string, what: string) => button(me, say(words.app.about, { word, what }));
    const address = `/teach/classes/${room.classId}`;

    await me.open("/");
    await link(me, words.home.beside.classes).click();
    await expect(page).toHaveURL(/\/teach$/);
    await me.open(address);
    await button(me, texts.add).press("Enter");
    const dialog = page.getByRole("dialog", { name: texts.add });
    await expect(dialog.getByLabel(texts.email)).toBeFocused();
    await page.keyboard.type(me.email);
    await page.keyboard.press("Enter");
    await expect(dialog.getByText(words.errors.HANDOVER_UNKNOWN)).toBeVisible();
    await look(page);
    await dialog.getByLabel(texts.email).fill(colleague.email.toUpperCase());
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(about(texts.remove, colleague.name)).toBeVisible();
    await look(page);

    await colleague.open("/teach");
    await link(colleague, "共同的 Shared").click();
    await expect(colleague.page.getByText(say(texts.leadOf, { name: me.name }))).toBeVisible();
    await expect(button(colleague, texts.add)).toHaveCount(0);
    await look(colleague.page);

    await about(texts.handOver, colleague.name).click();
    const asked = page.getByRole("dialog");
    await look(page);
    await asked.getByRole("button", { name: texts.handOver, exact: true }).click();
    await expect(page.getByText(say(texts.handedOver, { name: colleague.name }))).toBeVisible();
    await expect(about(texts.handOver, colleague.name)).toHaveCount(0);
    await expect(page.getByRole("list").filter({ hasText: colleague.email })).toBeFocused();
    await about(texts.leave, "共同的 Shared").click();
    await asked.getByRole("button", { name: texts.leave, exact: true }).click();
    await expect(page).toHaveURL(/\/teach$/);
    await expect(page.getByText(say(texts.left, { name: "共同的 Shared" }))).toBeVisible();
    await expect(link(me, "共同的 Shared")).toHaveCount(0);
    expect(await me.open(address)).toBe(404);

    await colleague.page.reload();
    await expect(button(colleague, texts.add)).toBeVisible();
  });
