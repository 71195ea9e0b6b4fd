import { expect, test } from "vitest";
import { isComplete } from "../course";
import { readCourse } from "../read/read-course";

// the check itself is a stage of its own, in which every file is one test
test("the course in this repository is all there for the check to look at", async () => {
  const course = await readCourse();
  expect(course.problems).toEqual([]);
  expect(course.topics).toHaveLength(30);
  expect(course.topics.filter(isComplete).length).toBeGreaterThanOrEqual(26);
  expect(course.topics.flatMap(({ questions }) => questions).length).toBeGreaterThanOrEqual(570);
  expect(course.paths.length).toBeGreaterThanOrEqual(8);
  expect(course.glossary.length).toBeGreaterThanOrEqual(250);
});
