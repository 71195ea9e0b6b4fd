import { expect, languages, look, test } from "../fixtures";
import { countOf, sql } from "../database";
import { button, link, passUntil, verdict } from "../screens/question";
import type { Tongue } from "../words";

interface Lure {
  stem: Record<Tongue, string>;
  choice: { text: Record<Tongue, string>; why: Record<Tongue, string>; misconception: string };
  topic: { title: Record<Tongue, string>; misconceptions: { id: string; belief: Record<Tongue, string> }[] };
}
/** A question of the course with a wrong choice that a misconception leads to, as the bank has it now. */
async function lureOf(questionId: string): Promise<Lure> {
  const [found] = await sql<Lure>(
    `select v.spec->'stem' as stem, t.body as topic,
       (select choice from jsonb_array_elements(v.spec->'interaction'->'choices') as choice where choice ? 'misconception' limit 1) as choice
     from question q join question_version v on v.id = q.published_version_id join topic t on t.slug = q.topic_slug where q.id = $1`,
    [questionId],
  );
  return found!;
}
const email = () => `first-${Math.random().toString(36).slice(2, 12)}@example.test`;

for (const locale of languages)
  test(`a newcomer signs up, reads a lesson, answers a first question and sees what moved (${locale})`, async ({ visitor }) => {
    const me = await visitor({ locale, timezoneId: "Asia/Shanghai" });
    const { page, words, say } = me;
    const { stem, choice, topic } = await lureOf("tok-crf-parameters");
    const asked = {
      stem: stem[locale],
      wrong: choice.text[locale],
      why: choice.why[locale],
      belief: topic.misconceptions.find(({ id }) => id === choice.misconception)!.belief[locale],
      topic: topic.title[locale],
    };

    await me.open("/");
    await look(page);
    await link(me, words.app.actions.signUp).first().click();
    await expect(page.getByRole("heading", { name: words.auth.signUp.title })).toBeVisible();
    await look(page);
    await page.getByLabel(words.auth.name).fill("林小学 Lin");
    const address = email();
    await page.getByLabel(words.auth.email).fill(address);
    await page.getByLabel(words.auth.password).fill("correct horse battery staple");
    await page.getByRole("radio", { name: words.app.language[locale] }).check();
    await button(me, words.auth.signUp.submit).click();

    await expect(page.getByRole("heading", { name: words.home.doors.title })).toBeVisible();
    const doors = words.home.doors;
    for (const door of [doors.learn, doors.interview, doors.test])
      await expect(page.getByRole("link", { name: door })).toBeVisible();
    await look(page);
    expect(await sql(`select locale, zone, name from "user" where email = $1`, [address])).toEqual([
      { locale, zone: "Asia/Shanghai", name: "林小学 Lin" },
    ]);

    // whoever looked at the keys first stands elsewhere on the page
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    // the sheet of keys is out of sight before it has let go of them
    await expect(async () => {
      await page.keyboard.press("2");
      await expect(page.getByRole("heading", { name: words.plan.setUp.title })).toBeVisible({ timeout: 3000 });
    }).toPass();
    await me.open("/paths/interview-essentials");
    await button(me, words.paths.start).click();
    await expect(page.getByRole("meter", { name: words.paths.progress })).toHaveAttribute("aria-valuenow", "0");
    await expect(button(me, words.paths.leave)).toBeVisible();
    await look(page);
    await link(me, say(words.paths.resume, { step: 1 })).click();

    await expect(page.getByRole("heading", { level: 1, name: asked.topic })).toBeVisible();
    const lesson = page.getByRole("article");
    await expect(lesson.locator(".katex").first()).toBeVisible();
    await expect(lesson.locator("pre code").first()).toBeVisible();
    await expect(lesson.getByRole("figure").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: words.player.lesson.sources })).toBeVisible();
    await expect(page.getByRole("navigation", { name: words.player.lesson.contents })).toBeVisible();
    await look(page);
    // a page that the browser asks for brings its lesson in another way than one that the router shows
    await page.reload();
    await button(me, words.lesson.markRead).click();
    await expect(page.getByText(words.lesson.marked)).toBeFocused();
    await expect(lesson.locator(".katex").first()).toBeVisible();

    await page.getByRole("link", { name: words.topics.page.practise, exact: true }).last().click();
    await passUntil(me, asked.stem);
    await look(page);
    await page.getByRole("radio", { name: asked.wrong }).check();
    const sure = page.getByRole("group", { name: words.player.confidence.legend });
    await sure.getByText(words.player.confidence.levels[3]).click();
    await expect(sure.getByRole("radio", { name: words.player.confidence.levels[3] })).toBeChecked();
    await button(me, words.practice.submit).click();
    await expect(verdict(me)).toHaveText(words.player.verdicts.wrong);
    await expect(verdict(me)).toBeFocused();
    await expect(page.getByText(say(words.player.feedback.points, { points: "0", max: "1" }))).toBeVisible();
    await expect(page.getByRole("heading", { name: words.player.feedback.yourChoice })).toBeVisible();
    await expect(page.getByText(asked.why)).toBeVisible();
    await expect(page.getByRole("heading", { name: words.player.feedback.misconception })).toBeVisible();
    await expect(page.getByText(asked.belief)).toBeVisible();
    await expect(page.getByRole("heading", { name: words.player.feedback.solution })).toBeVisible();
    await look(page);
    await page.keyboard.press("Enter");
    await expect(page.getByText(asked.stem)).toBeHidden();
    await expect(button(me, words.practice.submit)).toBeVisible();

    const answers = await countOf(
      `select count(*)::int as n from submission s join learner l using (subject_id) join "user" u on u.id = l.user_id where u.email = $1`,
      [address],
    );
    await link(me, words.practice.leave).click();
    const met = new RegExp(say(words.lesson.practiseHint, { count: 33, seen: answers }).replace("33", "\\d+"));
    await expect(page.getByText(met)).toBeVisible();
    await expect(lesson.locator(".katex").first()).toBeVisible();
    await expect(page.getByText(words.topics.state["in-progress"]).first()).toBeVisible();

    await me.open("/paths/interview-essentials");
    await expect(page.getByRole("listitem").filter({ hasText: asked.topic })).toContainText(words.topics.state["in-progress"]);
    await link(me, words.app.nav.analytics).click();
    const { accuracy, mastery, activity } = words.analytics;
    for (const title of [accuracy.title, mastery.title, activity.title])
      await expect(page.getByRole("heading", { name: title })).toBeVisible();
    const chart = page.getByRole("region", { name: accuracy.title });
    await expect(chart.locator("svg").first()).toBeVisible();
    await chart.getByText(words.app.chart.table, { exact: true }).click();
    await expect(chart.getByRole("row").filter({ hasText: asked.topic })).toContainText(String(answers));
    await look(page);
    await me.open("/");
    await expect(page.getByRole("meter", { name: words.home.path.progress })).toBeVisible();
    await look(page);
  });

test("a newcomer who has only a keyboard signs up, finds a question, answers it and goes on", async ({ visitor }) => {
  const me = await visitor();
  const { page, words } = me;
  const press = (key: string) => page.keyboard.press(key);
  /** Tab until the focus stands on it: what cannot be reached is not there for this person. */
  const reach = async (name: string, role: "link" | "button" | "textbox" | "radio") => {
    const target = page.getByRole(role, { name, exact: true }).first();
    await expect(target).toBeVisible();
    for (let steps = 0; steps < 60; steps++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await press("Tab");
    }
    throw new Error(`the keyboard does not reach ${role} "${name}"`);
  };
  const type = async (name: string, text: string) => {
    await reach(name, "textbox");
    await page.keyboard.insertText(text);
  };
  await me.open("/");
  await press("Tab");
  await expect(link(me, words.app.skipToContent)).toBeInViewport();
  await reach(words.app.actions.signUp, "link");
  await press("Enter");
  await type(words.auth.name, "Keys Only");
  await type(words.auth.email, email());
  await press("Tab");
  await expect(page.getByLabel(words.auth.password)).toBeFocused();
  await page.keyboard.insertText("correct horse battery staple");
  await press("Enter");

  await expect(page.getByRole("heading", { name: words.home.doors.title })).toBeVisible();
  await reach(words.home.doors.browse, "link");
  await press("Enter");
  await reach((await lureOf("tok-crf-parameters")).topic.title.en, "link");
  await press("Enter");
  await reach(words.topics.page.practise, "link");
  await press("Enter");
  await expect(button(me, words.practice.submit)).toBeVisible();
  // a question with choices: 1 takes the first, 9 says how sure, Enter submits and goes on
  for (let asked = 0; asked < 8 && !(await page.getByText("1", { exact: true }).isVisible()); asked++) {
    await reach(words.practice.dontKnow, "button");
    await press("Enter");
    await expect(verdict(me)).toBeFocused();
    await press("Enter");
    await expect(verdict(me)).toBeHidden();
  }
  await press("1");
  await expect(page.getByRole("group", { name: /^Choose/ }).locator("input").first()).toBeChecked();
  await press("9");
  await expect(page.getByRole("radio", { name: words.player.confidence.levels[3] })).toBeChecked();
  await reach(words.practice.submit, "button");
  await press("Enter");
  await expect(verdict(me)).toBeFocused();
  await press("Enter");
  await expect(verdict(me)).toBeHidden();
  await expect(button(me, words.practice.submit)).toBeVisible();
  await press("?");
  await expect(page.getByRole("dialog", { name: words.app.keys.title })).toBeVisible();
  await press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});
