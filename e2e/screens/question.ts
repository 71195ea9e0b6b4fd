import { expect, type Locator } from "@playwright/test";
import type { Person } from "../fixtures";

type At = Pick<Person, "page" | "words" | "say">;

/** Some answer of the right form to whatever is asked; whether it is right does not matter. */
export async function answerSomehow({ page, words, say }: At): Promise<void> {
  const texts = words.player;
  const group = (name: string) => page.getByRole("group", { name, exact: true });
  const choices = group(texts.choices.one).or(group(texts.choices.many));
  const ordering = group(texts.ordering.legend);
  const fields: Locator = group(texts.numeric.label).or(group(texts.cloze.legend)).or(group(texts.shortAnswer.label));
  const matching = group(texts.matching.legend);
  const spans = group(texts.findError.legend);
  await expect(choices.or(ordering).or(fields).or(matching).or(spans).first()).toBeVisible();
  if (await choices.isVisible()) await choices.getByRole("radio").or(choices.getByRole("checkbox")).first().check();
  else if (await matching.isVisible()) for (const left of await matching.getByRole("combobox").all()) await left.selectOption({ index: 1 });
  else if (await spans.isVisible()) await spans.getByRole("button").first().click();
  // one that nobody moved, and blanks that nobody filled, are asked about first
  else if (await ordering.isVisible()) await ordering.getByRole("button", { name: say(texts.ordering.down, { position: 1 }) }).click();
  else if (await fields.isVisible()) for (const field of await fields.getByRole("textbox").all()) await field.fill("42");
}

/** The heading that says how an answer was. */
export const verdict = ({ page, words }: At): Locator => {
  const escaped = Object.values(words.player.verdicts).map((word) => word.replaceAll(/[.?*+]/g, "\\$&"));
  return page.getByRole("heading", { level: 2, name: new RegExp(`^(?:${escaped.join("|")})$`) });
};

export const button = ({ page }: Pick<At, "page">, name: string): Locator =>
  page.getByRole("button", { name, exact: true });
export const link = ({ page }: Pick<At, "page">, name: string): Locator =>
  page.getByRole("link", { name, exact: true });

/** Passes questions by until the one with these words is asked. */
export async function passUntil(who: At, stem: string): Promise<void> {
  const { page, words } = who;
  for (let passed = 0; passed < 20; passed++) {
    await expect(button(who, words.practice.submit)).toBeVisible();
    if (await page.getByText(stem).isVisible()) return;
    await button(who, words.practice.dontKnow).click();
    await button(who, words.practice.next).click();
    await expect(verdict(who)).toBeHidden();
  }
  throw new Error(`never asked: ${stem}`);
}
