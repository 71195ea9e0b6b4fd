import { readFileSync } from "node:fs";
import { join } from "node:path";
import { messages } from "@tidao/i18n";
import { expect, test } from "vitest";

test("every area of the course has a name in both languages", () => {
  const file = join(import.meta.dirname, "../../../../../packages/content/curriculum.yaml");
  const used = [...readFileSync(file, "utf8").matchAll(/^ {4}area: (\S+)$/gm)].map(([, area = ""]) => area);
  expect(used.length).toBeGreaterThan(20);
  for (const locale of ["zh", "en"] as const)
    expect(Object.keys(messages[locale].topics.areas)).toEqual(expect.arrayContaining([...new Set(used)]));
});
