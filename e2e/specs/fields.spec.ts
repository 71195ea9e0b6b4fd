import type { Locator } from "@playwright/test";
import { expect, languages, test } from "../fixtures";
import { button } from "../screens/question";

const asked = (field: Locator) => field.evaluate((element: HTMLInputElement) => element.validationMessage);

for (const locale of languages)
  test(`a form says what it still needs in the page's language, whatever the browser speaks (${locale})`, async ({ visitor }) => {
    const me = await visitor({ locale });
    const { page, words, say } = me;
    await me.open("/sign-up");
    const [name, email, password] = [page.getByLabel(words.auth.name, { exact: true }), page.getByLabel(words.auth.email), page.getByLabel(words.auth.password)];
    // pressed until the page listens
    await expect(async () => {
      await button(me, words.auth.signUp.submit).click();
      expect(await asked(name)).toBe(words.fields.missing);
    }).toPass();
    await expect(name).toBeFocused();
    // nobody's name is a space, be it an ideographic one
    await name.fill(" \u3000");
    await name.press("Enter");
    await expect(name).toBeFocused();
    expect(await asked(name)).toBe(words.fields.missing);
    await name.fill("Lin");
    await email.fill("lin");
    await password.pressSequentially("short");
    await password.press("Enter");
    await expect(email).toBeFocused();
    expect(await asked(email)).toBe(words.fields.email);
    expect(await asked(password)).toBe(say(words.fields.tooShort, { limit: 10 }));
    // what is said goes with what was wrong
    await email.fill("");
    await email.pressSequentially("lin＠example。test");
    await password.focus();
    await expect(email).toHaveValue("lin@example.test");
    expect(await asked(email)).toBe("");
    await password.fill("1234567890");
    await password.press("Enter");
    await expect(password).toHaveAttribute("aria-invalid", "true");
  });
