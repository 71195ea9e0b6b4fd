import { locales } from "@tidao/kernel";
import { textsOf } from "@tidao/grading";
import type { Course } from "../course";
import type { Problem } from "../problem";
import { linkedWords } from "../render/linked-words";
import { namesOf } from "./course-names";
import { problemWords } from "./problem-words";
import { textFaults } from "./text-faults";

export function checkPaths(course: Course): Problem[] {
  const names = namesOf(course);
  return course.paths.flatMap(({ slug, steps, place, title, summary, audience, closing }) => {
    const found: Problem[] = [];
    const report = (path: (string | number)[], what: string, mend: string) =>
      found.push({ file: place.file, line: place.lineOf(path), what, mend });
    if (place.file !== `paths/${slug}.yaml`)
      report(["slug"], `the slug ${slug} differs from the file's name`, "give both the same name");
    steps.forEach(({ topic }, at) => {
      if (!names.topics.has(topic))
        report(["steps", at, "topic"], `there is no topic ${topic}`, "name a slug of curriculum.yaml");
      if (steps.findIndex((other) => other.topic === topic) < at)
        report(["steps", at, "topic"], `the topic ${topic} is a step twice`, "remove one");
    });
    steps.forEach(({ topic, reason }, at) => {
      const before = new Set(steps.slice(0, at).map((step) => step.topic));
      for (const needed of course.topics.find((each) => each.slug === topic)?.prerequisites ?? []) {
        const says = (text: string) => linkedWords(text).some(({ topic }) => topic?.split("#")[0] === needed);
        const said = locales.every((locale) => says(reason[locale]) || says(summary[locale]));
        if (!before.has(needed) && !said)
          report(
            ["steps", at],
            `${topic} builds on ${needed}, which does not come before it`,
            `let it come before, or name it in the reason or the summary of both languages, as [its name](topic:${needed})`,
          );
      }
    });
    for (const { path, text } of textsOf({ title, audience, closing }))
      if (linkedWords(text).some((run) => run.topic !== null))
        report(path, "a topic is linked where nothing can be followed", "link it in the summary or in a step's reason");
    for (const { path, text } of textsOf({ title, summary, audience, steps, closing }))
      for (const fault of textFaults(text, { names })) {
        const { what, mend } = problemWords(fault);
        report(path, what, mend);
      }
    return found;
  });
}
