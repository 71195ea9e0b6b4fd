import { existsSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";

const sheet = new URL("./theme/fonts.css", import.meta.url);
const css = readFileSync(sheet, "utf8");
const files = [...new Set([...css.matchAll(/url\("([^"]+)"\)/g)].map(([, path = ""]) => path))];

test("a page loads four small Latin font files at most, and each is there", () => {
  expect(files).toHaveLength(4);
  for (const file of files) {
    const url = new URL(file, sheet);
    expect(existsSync(url), file).toBe(true);
    expect(file).toMatch(/-latin-wght-(normal|italic)\.woff2$/);
    expect(statSync(url).size).toBeLessThan(56_000);
  }
});

test("no font but the quotes' own claims the punctuation that Chinese writes full-width", () => {
  const faces = css.split("@font-face").filter((face) => /"Tidao (Sans|Serif)";\s+font-style: normal/.test(face));
  expect(faces).toHaveLength(2);
  for (const face of faces) expect(face).not.toMatch(/U\+20(14|18|1C|1D|26)|U\+2000-206F|U\+0000-00FF/);
});
