export { type CheckOptions, checkCourse } from "./check/check-course";
export {
  checkQuestionInCourse,
  type QuestionNames,
  type QuestionProblem,
  type QuestionProblemCode,
  questionProblemCodes,
} from "./check/check-question-in-course";
export { problemWords } from "./check/problem-words";
export { runCheck } from "./commands/check";
export { contentCommands } from "./commands/content-commands";
export { runNew } from "./commands/new";
export { canonicalJson, contentHash } from "./content-hash";
export {
  type Course,
  type CourseLesson,
  type CoursePath,
  type CourseQuestion,
  type CourseSource,
  type CourseTopic,
  isComplete,
  type Place,
} from "./course";
export type { Problem } from "./problem";
export { courseDir, readCourse } from "./read/read-course";
export { openSoundQuestions, type SoundQuestions } from "./read/sound-questions";
export { curriculumFile, type CurriculumFile } from "./schema/curriculum.schema";
export { lessonFrontMatter, splitFrontMatter } from "./schema/lesson.schema";
export { pathFile, type PathFile } from "./schema/path.schema";
export { questionFile, type QuestionFile } from "./schema/question-file.schema";
export { source, sourcesFile, type Source, sourceUrl } from "./schema/source.schema";
export { topicFile, type TopicFile } from "./schema/topic.schema";
export { type CourseContent, exportCourse } from "./write/export-course";
export { toYaml } from "./write/to-yaml";
export { serialiseQuestion, writeQuestionFile, type Written } from "./write/write-question";
