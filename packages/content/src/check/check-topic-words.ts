import type { Course, CourseTopic } from "../course";
import type { Problem } from "../problem";
import { problemWords } from "./problem-words";
import { textFaults } from "./text-faults";
import type { CourseNames } from "./course-names";
import { namesOf } from "./course-names";
import { textsOf } from "@tidao/grading";

/** "tok" of tok-o1: the short name that all ids of a topic start with. */
export const shortName = ({ objectives }: CourseTopic) => objectives[0]?.id.split("-")[0] ?? "";

export function checkTopicWords(course: Course): Problem[] {
  const names = namesOf(course);
  return course.topics.flatMap((topic) => [...ids(course, topic), ...words(topic, names)]);
}

function ids(course: Course, topic: CourseTopic): Problem[] {
  const { place, slug, objectives, misconceptions } = topic;
  const found: Problem[] = [];
  const report = (path: (string | number)[], what: string, mend: string) =>
    found.push({ file: place.file, line: place.lineOf(path), what, mend });
  const short = shortName(topic);
  if (!place.file.endsWith(`/${slug}/topic.yaml`))
    report(["slug"], `slug ${slug} differs from the folder`, "give both the same name");
  const namesake = course.topics.find((other) => other.number < topic.number && shortName(other) === short);
  if (namesake)
    report(
      ["objectives", 0, "id"],
      `ids start with ${short}-, as those of ${namesake.slug} do`,
      "choose another short name",
    );
  for (const [field, list] of [
    ["objectives", objectives],
    ["misconceptions", misconceptions],
  ] as const)
    list.forEach(({ id }, at) => {
      if (!id.startsWith(`${short}-`))
        report([field, at, "id"], `${id} does not start with ${short}-`, "one short name for the whole topic");
      if (list.findIndex((other) => other.id === id) < at)
        report([field, at, "id"], `${id} is defined twice`, "number it anew");
    });
  return found;
}

function words({ place, title, summary, objectives, misconceptions }: CourseTopic, names: CourseNames): Problem[] {
  return textsOf({ title, summary, objectives, misconceptions }).flatMap(({ path, text }) =>
    textFaults(text, { names }).map((fault) => ({
      file: place.file,
      line: place.lineOf(path),
      ...problemWords(fault),
    })),
  );
}
