import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSoundQuestions } from "./sound-questions";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "tidao-sound-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test("what was found sound is known the next time, and what nobody asks for any more is forgotten", async () => {
  const file = join(dir, "new", "sound.json");
  const first = await openSoundQuestions(file);
  expect(first.has("a")).toBe(false);
  first.add("a");
  first.add("b");
  await first.save();
  const second = await openSoundQuestions(file);
  expect([second.has("a"), second.has("c")]).toEqual([true, false]);
  await second.save();
  expect((await openSoundQuestions(file)).has("b")).toBe(false);
});
test("another checker's word counts for nothing, nor does a file that is broken", async () => {
  const file = join(dir, "sound.json");
  await writeFile(file, JSON.stringify({ checker: "of another day", sound: ["a"] }));
  expect((await openSoundQuestions(file)).has("a")).toBe(false);
  await writeFile(file, "{");
  const questions = await openSoundQuestions(file);
  questions.add("a");
  await questions.save();
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ sound: ["a"] });
});
