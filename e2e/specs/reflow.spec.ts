import { adminUrl, expect, languages, test, webUrl } from "../fixtures";
import { expectFocusInSight, expectReflow, spaceText, zoomed } from "../reflow";
import { routes } from "../routes";
import { button } from "../screens/question";
import { makeWorld } from "../world";

/** Names without a place to break, as long as they may be. */
const endless = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzendenstellvertreterkandidatur";
const names = {
  learner: endless.slice(0, 80),
  instructor: endless.slice(0, 80),
  editor: endless.slice(0, 80),
  className: endless.padEnd(120, "en"),
  title: endless,
  stem: `What is ${endless}?`,
};
/** Where something stays in sight while the rest moves under it. */
const sticky = ["/teach/sets/[setId]", "/teach/assignments/[assignmentId]", "/questions/[id]"];

/** Each language once; in both, with every place of every page, where there is time for it. */
const isLong = process.env.TIDAO_TEST_SIZE === "long";
const walks = (["web", "admin"] as const).flatMap((app) =>
  languages.filter((locale) => isLong || (app === "web") === (locale === "zh")).map((locale) => ({ app, locale })),
);

for (const { app, locale } of walks)
  test(`somebody who reads at 400 % has every page of ${app === "web" ? "a class" : "the desk"} in one column, whatever things are called (${locale})`, async ({ as, visitor }) => {
    if (isLong) test.setTimeout(300_000);
    const email = `${crypto.randomUUID()}.${"a".repeat(20)}@${"b".repeat(32)}.test`;
    const world = await makeWorld(locale, { as, visitor }, { ...names, email });
    for (const { page } of Object.values(world.people)) await page.setViewportSize(zoomed);
    for (const [name, visits] of Object.entries(routes[app])) {
      if (app === "web" && !name.startsWith("/teach")) continue;
      for (const { who, path } of visits)
        await test.step(`${name} as ${who}`, async () => {
          const { page } = world.people[who];
          const address = typeof path === "string" ? path : path(world);
          await page.goto(`${app === "web" ? webUrl : adminUrl}/${locale}${address === "/" ? "" : address}`);
          if (isLong) await expectReflow(page);
          await spaceText(page);
          await expectReflow(page);
          if (isLong || sticky.includes(name)) await expectFocusInSight(page, isLong ? 120 : 30);
        });
    }
    if (app === "admin") return;

    const { instructor } = world.people;
    const { page, words, open } = instructor;
    const { teach } = words;
    /** Pressed until the page listens; what opens fits, is read from its top, and scrolls to its end. */
    const opens = async (what: "dialog" | "menu", press: () => Promise<unknown>) => {
      const opened = page.locator(what === "dialog" ? "dialog[open]" : ":popover-open");
      await expect(async () => {
        if (!(await opened.count())) await press();
        await expect(opened).toBeVisible({ timeout: 1000 });
      }).toPass();
      expect(await opened.evaluate((element) => element.scrollTop), `where ${what} begins`).toBe(0);
      await expectReflow(page);
      const last = opened.locator("a, button").last();
      await last.scrollIntoViewIfNeeded();
      await expect(last).toBeInViewport();
      await page.keyboard.press("Escape");
      await expect(opened).toHaveCount(0);
    };
    await open("/teach");
    await opens("dialog", () => button(instructor, teach.classes.create).first().click());
    await open(`/teach/classes/${world.classId}`);
    await opens("dialog", () => page.getByRole("row").filter({ hasText: names.learner }).getByRole("button").click());
    await open(`/teach/sets/${world.setId}`);
    await opens("menu", () => page.getByRole("button", { name: teach.set.assign }).click());
    await open(`/teach/assignments/${world.assignmentId}`);
    await opens("dialog", () => button(instructor, teach.results.edit).click());
    await opens("dialog", () => page.getByRole("row").filter({ hasText: names.learner }).getByRole("button").click());
  });
