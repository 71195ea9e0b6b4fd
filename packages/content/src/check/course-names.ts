import type { Course, CourseTopic } from "../course";
import { lessonSections } from "./lesson-sections";

/** What the texts of a course may refer to. */
export interface TextNames {
  sources: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  /** Anchors of each topic's lesson; no entry for a topic without a lesson. */
  anchors?: ReadonlyMap<string, ReadonlySet<string>>;
}
export interface CourseNames extends TextNames {
  misconceptions: ReadonlySet<string>;
}
const kept = new WeakMap<Course, CourseNames>();

export function namesOf(course: Course): CourseNames {
  const known = kept.get(course);
  if (known) return known;
  const names: CourseNames = {
    sources: new Set(course.sources.map(({ id }) => id)),
    topics: new Set(course.topics.map(({ slug }) => slug)),
    misconceptions: new Set(course.topics.flatMap(({ misconceptions }) => misconceptions.map(({ id }) => id))),
    anchors: new Map(course.topics.flatMap((topic) => anchorsOf(topic))),
  };
  kept.set(course, names);
  return names;
}

function anchorsOf({ slug, lessons }: CourseTopic): [string, ReadonlySet<string>][] {
  const lesson = lessons.en ?? lessons.zh;
  return lesson
    ? [
        [
          slug,
          new Set(
            lessonSections(lesson)
              .map(({ anchor }) => anchor)
              .filter((anchor) => anchor !== null),
          ),
        ],
      ]
    : [];
}
