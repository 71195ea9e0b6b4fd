import type { Course } from "../course";
import { byPlace, type Problem } from "../problem";
import type { SoundQuestions } from "../read/sound-questions";
import { checkCoverage } from "./check-coverage";
import { checkCurriculum } from "./check-curriculum";
import { checkFigures } from "./check-figures";
import { checkGlossary } from "./check-glossary";
import { checkKeysByLength } from "./check-keys-by-length";
import { checkLessons } from "./check-lessons";
import { checkPaths } from "./check-paths";
import { checkQuestions } from "./check-questions";
import { checkSources } from "./check-sources";
import { checkTopicWords } from "./check-topic-words";

export interface CheckOptions {
  /** Renders the extremes of every parameterised question too, not only its first variant. */
  long?: boolean;
  /** Questions that need not be checked again, and where those that were join them. */
  sound?: SoundQuestions;
}

/** Every fault of every file, in the order of files and lines. */
export function checkCourse(course: Course, { long = false, sound }: CheckOptions = {}): Problem[] {
  return [
    ...course.problems,
    ...checkCurriculum(course),
    ...checkTopicWords(course),
    ...checkLessons(course),
    ...checkFigures(course),
    ...checkQuestions(course, long, sound),
    ...checkCoverage(course),
    ...checkKeysByLength(course),
    ...checkSources(course),
    ...checkPaths(course),
    ...checkGlossary(course),
  ].toSorted(byPlace);
}
