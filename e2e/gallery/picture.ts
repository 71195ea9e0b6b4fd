import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "../database";
import { expect, type Person, type Visitor } from "../fixtures";
import { sections } from "./captions";

export const folder = import.meta.dirname;
const largest = 80_000;
const captions = new Map(Object.values(sections).flatMap((pictures) => Object.entries<string>(pictures)));

/** What is in sight, as small as it stays readable. */
export async function take({ page, context }: Pick<Visitor, "page" | "context">, name: string): Promise<void> {
  expect(captions.has(name), `${name} has a caption`).toBe(true);
  await page.evaluate(() => document.fonts.ready);
  const session = await context.newCDPSession(page);
  mkdirSync(folder, { recursive: true });
  let picture = Buffer.alloc(0);
  for (const quality of [40, 30, 20]) {
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality, optimizeForSpeed: false });
    picture = Buffer.from(data, "base64");
    if (picture.length < largest) break;
  }
  expect(picture.length, `${name} in bytes`).toBeLessThan(largest);
  writeFileSync(join(folder, `${name}.webp`), picture);
}

/** The page of all pictures, a phone's smaller. */
export function writePage(): void {
  const shown = ([name, caption]: [string, string]) =>
    `<img src="${name}.webp" alt="${caption}" title="${caption}" width="${name.includes("phone") ? 150 : 380}">`;
  const parts = Object.entries(sections).map(([title, pictures]) => `## ${title}\n\n${Object.entries(pictures).map(shown).join("\n")}\n`);
  const head = "# Gallery\n\nTaken by `TIDAO_GALLERY=1 npm test -- build journeys gallery` from learners that a generator made up.\n";
  writeFileSync(join(folder, "README.md"), [head, ...parts].join("\n"));
}

export const inDark = ({ id }: Pick<Person, "id">) => sql(`update "user" set theme = 'dark' where id = $1`, [id]);
