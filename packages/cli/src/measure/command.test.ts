import { expect, test } from "vitest";
import { measure } from "./command";

test.each([
  ["no file", ["--json"], /Which file\?/],
  ["two files", ["a.csv", "b.csv"], /Which file\?/],
  ["an option that there is not", ["a.csv", "--warmup", "3"], /--warmup/],
  ["a warm-up that is no number", ["a.csv", "--warm-up", "some"], /--warm-up is "some"; a whole number from 0 on/],
  ["no answers between snapshots", ["a.csv", "--snapshot-every", "0"], /a whole number from 1 on/],
  ["a guess that is always right", ["a.csv", "--guess", "1"], /--guess is "1"; a number from 0 to below 1/],
  ["a column that there is not", ["a.csv", "--columns", "who=user"], /--columns says "who=user"/],
])("somebody who types %s is told what is meant and how the command is used", async (_, args, message) => {
  await expect(measure("replay", args)).rejects.toThrow(message);
  await expect(measure("replay", args)).rejects.toThrow(/npm run measure -- replay FILE\.csv/);
});

test("an action that there is not is named", async () => {
  await expect(measure("guess", [])).rejects.toThrow(/There is no measure guess/);
});
