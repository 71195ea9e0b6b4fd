import type { UserActor } from "@tidao/access";
import { readCourse } from "@tidao/content";
import { systemClock, type Locale } from "@tidao/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getTopic } from "../course";
import { makeActor } from "../testing";
import { openCourseDatabase } from "../testing/course-database";
import { listTerms, termsPerPage } from "./list-terms";

let database: Awaited<ReturnType<typeof openCourseDatabase>>;
let learner: UserActor;
beforeAll(async () => {
  database = await openCourseDatabase();
  learner = await makeActor(["learner"]);
});
afterAll(() => database.close());

const ask = (query: Partial<Parameters<typeof listTerms>[1]>, locale: Locale = "en") =>
  listTerms(learner, { page: 1, ...query }, { locale });

test("every term of the course's file is there once, on pages in the order of the reader's language", async () => {
  const { glossary } = await readCourse();
  for (const locale of ["zh", "en"] as const) {
    const first = await ask({}, locale);
    expect(first.total).toBe(glossary.length);
    const pages = await Promise.all(Array.from({ length: first.pages }, (_, at) => ask({ page: at + 1 }, locale)));
    const terms = pages.flatMap((page) => page.terms);
    expect(terms.map(({ id }) => id).toSorted()).toEqual(glossary.map(({ id }) => id).toSorted());
    const { compare } = new Intl.Collator(locale === "zh" ? "zh-CN" : "en", { sensitivity: "base", numeric: true });
    expect(terms.map(({ term }) => term)).toEqual(terms.map(({ term }) => term).toSorted(compare));
    expect(pages.every(({ terms }) => terms.length <= termsPerPage)).toBe(true);
  }
});
test("a term is found by any of its names in either language, and by full-width letters", async () => {
  for (const text of ["KV cache", "kv 缓存", "ＫＶ　ｃａｃｈｅ"])
    expect((await ask({ text })).terms.map(({ id }) => id), text).toContain("kv-cache");
  expect((await ask({ text: "no such thing" })).terms).toEqual([]);
});
test("a topic's terms only, and only topics that have terms are offered", async () => {
  const { terms, topics } = await ask({ topic: "evaluation" });
  expect(terms.length).toBeGreaterThan(0);
  expect(terms.every(({ topic }) => topic.slug === "evaluation")).toBe(true);
  expect(topics.map(({ slug }) => slug)).toContain("evaluation");
});
test("the page that holds a term is shown for it; a page beyond the end is the last", async () => {
  const { terms, page } = await ask({ term: "viterbi-algorithm" });
  expect(terms.map(({ id }) => id)).toContain("viterbi-algorithm");
  expect(page).toBeGreaterThan(1);
  const last = await ask({ page: 999 });
  expect(last.page).toBe(last.pages);
});
test("a lesson links the first place of its terms to the glossary, in its own language", async () => {
  for (const locale of ["zh", "en"] as const) {
    const { lesson } = await getTopic(learner, { slug: "memory-footprint" }, { clock: systemClock, locale });
    const links = lesson?.html.match(/<a class="term"[^>]*>/g) ?? [];
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => link.includes(`href="/${locale}/glossary?term=kv-cache#kv-cache"`))).toHaveLength(1);
    const definition = (await ask({ text: "KV" }, locale)).terms.find(({ id }) => id === "kv-cache")?.definition;
    expect(links.join("")).toContain(`data-definition="${definition}"`);
  }
});
