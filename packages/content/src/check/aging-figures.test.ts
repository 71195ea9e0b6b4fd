import { expect, test } from "vitest";
import { readCourse } from "../read/read-course";

/** Speeds and prices of a product that is named: they hold for a while. */
const product = /\b(?:[ABH][12]00|H800|GB200)s?\b/;
const figure = /\d(?:\.\d+)?\s*(?:[PT]FLOP\/s|[GT]B\/s|USD|美元|元)/;
const told = /as of|as given|counted as|截至|给定|按[^。]{0,20}计/;

test("a stem that states what a named card can do says as of when, or that it is given", async () => {
  const stems = (await readCourse()).topics.flatMap(({ questions }) =>
    questions.flatMap(({ id, spec }) =>
      (["zh", "en"] as const).map((locale) => ({ id, locale, text: spec.stem[locale] })),
    ),
  );
  const ages = stems.filter(({ text }) => product.test(text) && figure.test(text));
  expect(ages.length).toBeGreaterThanOrEqual(10);
  expect(ages.filter(({ text }) => !told.test(text)).map(({ id, locale }) => `${id} ${locale}`)).toEqual([]);
});
