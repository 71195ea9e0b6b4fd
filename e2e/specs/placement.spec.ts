import { sql } from "../database";
import { expect, languages, look, type Person, test } from "../fixtures";
import { button, link } from "../screens/question";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Tab until the focus stands on it: what cannot be reached is not there for this person. */
async function press({ page }: Person, target: ReturnType<typeof link>): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let steps = 0; steps < 90; steps++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
  }
  throw new Error("the keyboard does not reach it");
}
/** Gives up question after question until the test is over. @returns how many there were */
async function knowNothing(me: Person, over: () => Promise<boolean>, from = 1): Promise<number> {
  const { page, words, say } = me;
  for (let number = from; number <= 25; number++) {
    const here = page.getByText(new RegExp(`^${say(words.placement.progress, { number, most: 99 }).replace("99", "\\d+")}$`));
    await expect.poll(async () => (await here.isVisible()) || (await over())).toBe(true);
    if (await over()) return number - 1;
    await press(me, button(me, words.practice.dontKnow));
    await expect(here).toBeHidden();
  }
  return 25;
}
/** Titles of topics on the map that are not seen to their end: cut, or longer than their box. */
const cutTitles = ({ page }: Person) =>
  page.locator(".map-topic").evaluateAll((boxes) =>
    boxes.flatMap((box) => {
      const title = box.querySelector(".map-topic-title")!;
      const whole = title.scrollHeight <= title.clientHeight + 1 && title.scrollWidth <= title.clientWidth + 1;
      return whole && title.getBoundingClientRect().bottom <= box.getBoundingClientRect().bottom - 1 ? [] : [title.textContent];
    }),
  );

for (const locale of languages)
  test(`a newcomer with a keyboard is placed, sets a deadline, and tries to skip a step of a path (${locale})`, async ({ as }) => {
    const me = await as([], { locale });
    const { page, words, say } = me;
    const { placement, paths, topics } = words;

    await me.open("/");
    await press(me, page.getByRole("link", { name: words.home.doors.test }));
    await expect(page.getByRole("heading", { level: 1, name: placement.title })).toBeVisible();
    await look(page);
    await press(me, button(me, `${placement.begin} ↵`).or(page.getByRole("button", { name: placement.begin })));
    await expect(button(me, words.practice.dontKnow)).toBeVisible();
    await look(page);
    await press(me, button(me, words.practice.dontKnow));
    await expect(page.getByText(say(placement.progress, { number: 2, most: 25 }))).toBeVisible();

    // leaving half-way loses nothing, and home leads back to it
    await me.open("/");
    await expect(page.getByRole("heading", { level: 1, name: words.home.next.placement })).toBeVisible();
    await press(me, page.getByRole("link", { name: words.home.next.resume }));
    await expect(page.getByRole("listitem").first()).toBeVisible();
    await press(me, page.getByRole("button", { name: placement.resume }));
    const result = page.getByRole("heading", { level: 1, name: placement.result.title });
    const asked = await knowNothing(me, () => result.isVisible(), 2);
    await expect(page).toHaveURL(/\/placement\/result$/);
    await expect(page.getByText(say(placement.result.lead, { held: 0, questions: asked }))).toBeVisible();
    await expect(page.getByRole("heading", { name: placement.result.next })).toBeVisible();
    await look(page);
    // the way back leads past the test, whose page would offer to begin another
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`/${locale}$`));

    // the doors of a newcomer are gone by now: the test is found where one asks where to begin
    for (const place of ["/topics", "/paths"]) {
      await me.open(place);
      await expect(link(me, words.home.doors.toPractice)).toHaveAttribute("href", `/${locale}/placement`);
    }
    await me.open("/paths/interview-essentials");
    await press(me, button(me, paths.start));
    const deadline = page.getByText(paths.deadline.set, { exact: true });
    await press(me, page.locator("summary").filter({ has: deadline }).or(page.locator("summary", { hasText: paths.deadline.set })));
    await page.getByLabel(paths.deadline.label).fill(inDays(1));
    await press(me, button(me, paths.deadline.save));
    await expect(page.getByText(paths.deadline.unrealistic)).toBeVisible();
    await look(page);

    const [topic] = await sql<{ title: Record<"zh" | "en", string> }>(`select body->'title' as title from topic where slug = 'tokenisation'`);
    const title = topic!.title[locale];
    const step = page.getByRole("listitem").filter({ has: link(me, title) });
    await press(me, step.getByRole("link", { name: me.say(me.words.app.about, { word: placement.skip.short, what: title }) }));
    await expect(page.getByRole("heading", { level: 1, name: say(placement.skip.title, { topic: title }) })).toBeVisible();
    await look(page);
    await sql(`update "user" set asks_confidence = false where id = $1`, [me.id]);
    await page.reload();
    await press(me, page.getByRole("button", { name: placement.skip.begin }));
    await expect(button(me, words.practice.dontKnow)).toBeVisible();
    await expect(page.getByRole("group", { name: words.player.confidence.legend })).toBeHidden();
    const failed = page.getByRole("heading", { name: placement.skip.failed });
    expect(await knowNothing(me, () => failed.isVisible())).toBe(3);
    await expect(page.getByRole("heading", { name: placement.skip.missing })).toBeVisible();
    await expect(page.getByRole("button", { name: placement.skip.again })).toBeHidden();
    await look(page);

    // the scene of a test that was passed
    await sql(`insert into topic_skip (subject_id, topic_slug, skipped_at) select subject_id, 'tokenisation', now() from learner where user_id = $1`, [me.id]);
    await me.open("/topics?view=map");
    await expect(page.locator("#map-tokenisation")).toContainText(topics.state.skipped);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await cutTitles(me), `titles cut at ${width}`).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await look(page);
    await me.open("/paths/interview-essentials");
    await expect(step).toContainText(topics.state.skipped);
    await expect(page.getByRole("meter", { name: paths.progress })).toHaveAttribute("aria-valuenow", "1");
    await press(me, step.getByRole("link", { name: placement.skip.skipped }));
    await expect(page.getByRole("heading", { name: say(placement.skip.passed, { topic: title }) })).toBeVisible();
    await look(page);
    await press(me, button(me, placement.skip.undo));
    await expect(failed).toBeVisible();
  });
