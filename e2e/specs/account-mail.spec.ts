import { createHmac, randomUUID } from "node:crypto";
import { expect, languages, look, test, type Visitor, webUrl } from "../fixtures";
import { mailedLink } from "../mailbox";
import { button, link } from "../screens/question";

const password = "correct horse battery staple";
const another = "a lantern behind the bakery";

async function signInWith({ open, page, words }: Visitor, email: string, word: string) {
  await open("/sign-in");
  await page.getByLabel(words.auth.email).fill(email);
  await page.getByLabel(words.auth.password).fill(word);
  await page.getByRole("button", { name: words.auth.signIn.submit }).click();
  await expect(page).toHaveURL(/\/(zh|en)$/);
}

for (const locale of languages)
  test(`somebody confirms an address, forgets the password, moves to another address and takes that back (${locale})`, async ({ visitor }) => {
    const email = `mail-${randomUUID()}@example.test`;
    const me = await visitor({ locale });
    const { page, words } = me;
    await me.open("/sign-up");
    await page.getByLabel(words.auth.name, { exact: true }).fill("林学 Lin");
    await page.getByLabel(words.auth.email).fill(email);
    await page.getByLabel(words.auth.password).fill(password);
    await button(me, words.auth.signUp.submit).click();
    await expect(page).toHaveURL(`${webUrl}/${locale}`);

    await me.open("/account");
    await expect(page.getByText(words.account.verify.title)).toBeVisible();
    await look(page);
    const proof = await mailedLink(email, "verify");
    expect(proof).toContain(`${webUrl}/${locale}/verify-email/`);
    // what scanners of mail do changes nothing
    await me.context.request.get(proof);
    await page.goto(proof);
    await look(page);
    await button(me, words.links.verify.submit).click();
    await expect(page.getByText(words.links.verify.doneTitle)).toBeVisible();
    await me.open("/account");
    await expect(page.getByText(words.account.verify.title)).toHaveCount(0);

    const elsewhere = await visitor({ locale, phone: true });
    await elsewhere.open("/sign-in");
    await link(elsewhere, words.auth.signIn.forgot).click();
    await elsewhere.page.getByLabel(words.auth.email).fill(email);
    await look(elsewhere.page);
    await button(elsewhere, words.links.forgot.submit).click();
    await expect(elsewhere.page.getByText(words.links.forgot.sentTitle)).toBeVisible();
    const reset = await mailedLink(email, "reset");
    await elsewhere.page.goto(reset);
    await look(elsewhere.page);
    await elsewhere.page.getByLabel(words.links.reset.password).fill("1234567890");
    await button(elsewhere, words.links.reset.submit).click();
    await expect(elsewhere.page.getByLabel(words.links.reset.password)).toBeFocused();
    await elsewhere.page.getByLabel(words.links.reset.password).fill(another);
    await button(elsewhere, words.links.reset.submit).click();
    await expect(elsewhere.page.getByText(words.links.reset.doneTitle)).toBeVisible();
    // the device that was signed in is out, and the link is of no use any more
    await me.open("/account");
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await page.goto(reset);
    await expect(page.getByText(me.say(words.errors.LINK_INVALID, { reason: "used" }))).toBeVisible();
    await expect(link(me, words.links.toSignIn)).toBeVisible();
    await look(page);
    await mailedLink(email, "passwordChanged");

    await signInWith(me, email, another);
    await me.open("/account/security");
    // what is wrong is said at its field, which has the focus
    const { current, next, change } = words.account.password;
    const own = page.locator("form", { has: page.getByLabel(next) });
    await own.getByLabel(current).fill(password);
    await own.getByLabel(next).fill("a third pass phrase");
    await own.getByRole("button", { name: change }).click();
    await expect(own.getByText(me.say(words.errors.CURRENT_PASSWORD_WRONG, { spaced: "no" }))).toBeVisible();
    await expect(own.getByLabel(current)).toBeFocused();
    await own.getByLabel(current).fill(another);
    await own.getByLabel(next).fill("1234567890");
    await own.getByRole("button", { name: change }).click();
    await expect(own.getByLabel(next)).toBeFocused();
    await expect(own.getByText(me.say(words.errors.CURRENT_PASSWORD_WRONG, { spaced: "no" }))).toHaveCount(0);
    await page.getByText(words.account.changeEmail.change, { exact: true }).click();
    const moved = `moved-${email}`;
    const form = page.locator("form", { has: page.getByLabel(words.account.changeEmail.next) });
    await form.getByLabel(words.account.changeEmail.next).fill(moved);
    await form.getByLabel(current).fill(password);
    await form.getByRole("button", { name: words.account.changeEmail.submit }).click();
    await expect(form.getByText(me.say(words.errors.CURRENT_PASSWORD_WRONG, { spaced: "no" }))).toBeVisible();
    await expect(form.getByLabel(current)).toBeFocused();
    await form.getByLabel(current).fill(another);
    await form.getByRole("button", { name: words.account.changeEmail.submit }).click();
    // said when it is sent, and there to be read afterwards
    for (const where of [page.getByRole("status"), page.getByRole("region", { name: words.account.changeEmail.title })])
      await expect(where.getByText(me.say(words.account.changeEmail.pending, { email: moved }))).toBeVisible();
    // what was sent is not standing there to be sent again
    await expect(page.getByLabel(words.account.changeEmail.next)).toBeHidden();
    await look(page);
    await page.goto(await mailedLink(moved, "changeEmail"));
    await button(me, words.links.confirmEmail.submit).click();
    await expect(page.getByText(words.links.confirmEmail.doneTitle)).toBeVisible();
    await me.open("/account/security");
    await expect(page.getByText(moved).first()).toBeVisible();

    await elsewhere.page.goto(await mailedLink(email, "emailChanged"));
    await look(elsewhere.page);
    await button(elsewhere, words.links.undoEmail.submit).click();
    await expect(elsewhere.page.getByText(words.links.undoEmail.doneTitle)).toBeVisible();
    await me.open("/account/security");
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    expect(await mailedLink(email, "reset", 2)).not.toBe(reset);
  });

test("a learner chooses the daily mail and stops it again from the mail, signed in or not", async ({ as, visitor, request }) => {
  const me = await as();
  const { page, words } = me;
  const texts = words.account.notifications;
  await me.open("/account/notifications");
  await look(page);
  await page.getByLabel(texts.dueReviews).check();
  await page.getByLabel(texts.hour).selectOption("20:00");
  await button(me, words.account.save).click();
  await expect(page.getByText(words.account.saved)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(texts.dueReviews)).toBeChecked();
  await expect(page.getByLabel(texts.hour)).toHaveValue("20");

  const mark = createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "").update(`unsubscribe|${me.id}`).digest("base64url");
  const reader = await visitor();
  await reader.page.goto(`${webUrl}/api/unsubscribe/${me.id}.${mark}`);
  await expect(reader.page).toHaveURL(/\/en\/unsubscribe\//);
  await button(reader, words.links.unsubscribe.submit).click();
  await expect(reader.page.getByText(words.links.unsubscribe.doneTitle)).toBeVisible();
  await look(reader.page);
  await page.reload();
  for (const kind of ["dueReviews", "assignmentOpened", "assignmentDue"] as const) await expect(page.getByLabel(texts[kind])).not.toBeChecked();
  // a mail programme posts without a page
  const form = { "List-Unsubscribe": "One-Click" };
  expect((await request.post(`${webUrl}/api/unsubscribe/${me.id}.${mark}`, { form })).status()).toBe(204);
  expect((await request.post(`${webUrl}/api/unsubscribe/${me.id}.wrong`, { form })).status()).toBe(404);
});

test("pages hold still and practice asks nothing but the question, where a learner wants that", async ({ as }) => {
  const me = await as();
  const { page, words } = me;
  await me.open("/account");
  await page.getByLabel(words.account.motion.label).selectOption("reduce");
  await page.getByLabel(words.account.confidence).uncheck();
  await button(me, words.account.save).click();
  await expect(page.locator("html")).toHaveAttribute("data-motion", "reduce");
  await me.open("/practice");
  await expect(button(me, words.practice.submit)).toBeVisible();
  await expect(page.getByText(words.player.confidence.legend)).toHaveCount(0);
});
