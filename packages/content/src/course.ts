import type { Locale } from "@tidao/kernel";
import type { QuestionSpec } from "@tidao/grading/spec";
import type { Problem } from "./problem";
import type { CurriculumFile } from "./schema/curriculum.schema";
import type { GlossaryTerm } from "./schema/glossary.schema";
import type { PathFile } from "./schema/path.schema";
import type { Source } from "./schema/source.schema";
import type { TopicFile } from "./schema/topic.schema";

/** Where something stands, so that a fault can be reported at its line. */
export interface Place {
  /** Relative to the course's folder, with forward slashes. */
  file: string;
  /** The line of a field; of its nearest parent when it is missing. */
  lineOf(path?: readonly (string | number)[]): number;
}
export interface CourseLesson {
  locale: Locale;
  /** The file as it is, front matter included. */
  source: string;
  file: string;
}
export interface CourseQuestion {
  id: string;
  spec: QuestionSpec;
  /** `contentHash(spec)`. */
  hash: string;
  place: Place;
}
export interface CourseTopic extends TopicFile {
  /** Its place in the course, from 1. */
  number: number;
  area: string;
  /** Slugs. */
  prerequisites: string[];
  lessons: Partial<Record<Locale, CourseLesson>>;
  /** "figures/holes.en.svg" -> the SVG's text. */
  figures: Record<string, string>;
  questions: CourseQuestion[];
  /** Of the topic's own words and its place in the course. */
  hash: string;
  /** Of both lessons and the figures; null without a lesson. */
  lessonHash: string | null;
  place: Place;
}
export interface CoursePath extends PathFile {
  hash: string;
  place: Place;
}
export interface CourseSource extends Source {
  id: string;
  hash: string;
}
export interface CourseTerm extends GlossaryTerm {
  id: string;
  hash: string;
}
export interface Course {
  dir: string;
  areas: CurriculumFile["areas"];
  /** In the course's order. */
  topics: CourseTopic[];
  paths: CoursePath[];
  sources: CourseSource[];
  glossary: CourseTerm[];
  places: { curriculum: Place; sources: Place; glossary: Place };
  /** What could not be read; `checkCourse` reports these first. */
  problems: Problem[];
  /** Folders under topics/ that the curriculum does not name. */
  strayTopics: string[];
  curriculum: CurriculumFile;
}
/** A topic with a lesson is complete and has to have what a finished topic has; the others have their words only. */
export const isComplete = ({ lessons }: CourseTopic) => Object.keys(lessons).length > 0;
