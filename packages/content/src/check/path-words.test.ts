import { expect, test } from "vitest";
import { readCourse } from "../read/read-course";
import { checkPaths } from "./check-paths";

// a path counts its own steps: the number of a topic in the curriculum names another step, or none
test("the words of a path name topics, and never by their number in the curriculum", async () => {
  const course = await readCourse();
  const { paths } = course;
  const texts = paths.flatMap(({ summary, steps }) => [summary, ...steps.map(({ reason }) => reason)]);
  const all = texts.flatMap(({ zh, en }) => [zh, en]);
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter((text) => /[(（]\d+[)）]/.test(text))).toEqual([]);
  expect(checkPaths(course)).toEqual([]);
});
