import { expect, test } from "vitest";
import { isComplete } from "../course";
import { readCourse } from "../read/read-course";
import { checkCourse } from "./check-course";

test("the course in this repository has no fault, and the check looked at all of it", async () => {
  const course = await readCourse();
  expect(checkCourse(course, { long: process.env["TIDAO_TEST_SIZE"] === "long" })).toEqual([]);
  expect(course.topics).toHaveLength(30);
  expect(course.topics.filter(isComplete).length).toBeGreaterThanOrEqual(3);
  expect(course.topics.flatMap(({ questions }) => questions).length).toBeGreaterThanOrEqual(36);
  expect(course.paths.length).toBeGreaterThanOrEqual(2);
}, 90_000);
