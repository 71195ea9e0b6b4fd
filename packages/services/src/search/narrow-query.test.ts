import { expect, test } from "vitest";
import { narrowQuery } from "./narrow-query";
import { emptyQuery, parseQuery } from "./parse-query";
import { printQuery } from "./print-query";

const topics = ["online-serving", "energy"].map((slug) => ({ slug, title: { zh: slug, en: slug } }));
const within = (written: string, part: Parameters<typeof narrowQuery>[1]) => printQuery(narrowQuery(parseQuery(written, topics).query, part), "en");

test("a topic, a kind or a difficulty of what was found takes the place of several that were asked for; all else stays", () => {
  expect(within("cache is:wrong topic:online-serving topic:energy", { topic: "energy" })).toBe("cache topic:energy is:wrong");
  expect(within("-kind:numeric kind:cloze kind:ordering", { kind: "cloze" })).toBe("-kind:numeric kind:cloze");
  expect(within("difficulty>2 -difficulty:5", { difficulty: 4 })).toBe("-difficulty:5 difficulty:4");
});
test("of everything it is that part alone", () => {
  expect(printQuery(narrowQuery(emptyQuery, { topic: "energy" }), "zh")).toBe("主题：energy");
});
