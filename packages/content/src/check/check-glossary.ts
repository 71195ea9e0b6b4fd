import { locales } from "@tidao/kernel";
import type { Course } from "../course";
import type { Problem } from "../problem";

/** Each form stands for one term, each definition is one sentence in its own language, each topic is there. */
export function checkGlossary({ glossary, topics, places }: Course): Problem[] {
  const slugs = new Set(topics.map(({ slug }) => slug));
  const owners = new Map<string, string>();
  return glossary.flatMap(({ id, term, also, definition, topic }) => {
    const problem = (path: string[], what: string, mend: string): Problem => ({
      file: places.glossary.file,
      line: places.glossary.lineOf([id, ...path]),
      what,
      mend,
    });
    const found: Problem[] = [];
    if (!slugs.has(topic)) found.push(problem(["topic"], `there is no topic ${topic}`, "name a slug of curriculum.yaml"));
    for (const locale of locales) {
      for (const form of new Set([term[locale], ...(also[locale] ?? [])])) {
        const key = `${locale} ${form.toLowerCase()}`;
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, id);
        else found.push(problem([], `“${form}” stands for ${owner} too`, "a link could not tell them apart: change one"));
      }
      const ends = locale === "zh" ? /。$/ : /[.]$/;
      if (!ends.test(definition[locale]))
        found.push(problem(["definition", locale], "the definition is no sentence", "end it with a full stop"));
    }
    if (!/\p{Script=Han}/u.test(definition.zh))
      found.push(problem(["definition", "zh"], "the Chinese definition holds no Chinese", "write it in Chinese"));
    if (/\p{Script=Han}/u.test(definition.en))
      found.push(problem(["definition", "en"], "the English definition holds Chinese", "write it in English"));
    return found;
  });
}
