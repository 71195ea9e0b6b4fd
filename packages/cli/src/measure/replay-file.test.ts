import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Progress } from "../terminal/progress";
import { describeReport, reportAsJson } from "./describe-report";
import { generateFile } from "./generate-file";
import { replayFile, type ReplayOptions } from "./replay-file";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tidao-measure-"));
});
afterAll(() => rm(folder, { recursive: true }));

const defaults: ReplayOptions = { snapshotEvery: 50, warmUp: 0, guess: 0, keepOrder: false, skipBadRows: false };
const needed = ["learner", "skills", "item", "correct", "time"] as const;
const said: string[] = [];
const replay = (path: string, change: Partial<ReplayOptions> = {}) => {
  said.length = 0;
  const progress = new Progress((line) => said.push(line));
  return replayFile({ path, name: "answers.csv", named: {}, needed }, { ...defaults, ...change }, progress);
};
let written = 0;
async function file(...lines: string[]): Promise<string> {
  const path = join(folder, `${++written}.csv`);
  await writeFile(path, lines.join("\n"));
  return path;
}
const header = "learner,skills,item,correct,time";
const rows = Array.from({ length: 200 }, (_, i) => `l${i % 7},s${i % 3},i${i % 11},${i % 5 ? 1 : 0},${i}`);

describe("a file of answers", () => {
  test("that a known generator wrote is predicted nearly as well as its own probabilities do it", async () => {
    const path = join(folder, "generated.csv");
    expect(await generateFile(path, { seed: 2, answers: 60_000, learners: 100, skills: 3 })).toBe(60_000);
    const report = await replay(path, { warmUp: 15_000, snapshotEvery: 1000 });
    expect(report).toMatchObject({ answers: 60_000, learners: 100, skills: 3, order: "as it stands", badRows: 0 });
    expect((report.truth?.auc ?? 1) - (report.model?.auc ?? 0)).toBeLessThan(0.02);
    expect(report.model?.auc).toBeGreaterThan(report.baseline?.auc ?? 1);
    const text = describeReport("generated.csv", report, 15_000);
    expect(text).toContain("60,000 answers of 100 learners to 120 items of 3 skills");
    const [bin] = (reportAsJson(report) as { model: { calibration: { predicted: number }[] } }).model.calibration;
    expect(bin?.predicted).toBeLessThan(0.1);
    expect(text).toMatch(/^the file's own probabilities +0\.\d{4} ± 0\.\d{4} +0\.\d{4}/m);
  });

  test("that is not in the order of time is sorted, says so, and gives what the sorted file gives", async () => {
    const [inOrder, turned] = [await file(header, ...rows), await file(header, ...rows.toReversed())];
    const expected = await replay(inOrder);
    expect(said).toEqual([]);
    const report = await replay(turned);
    expect(report).toEqual({ ...expected, order: "sorted by time" });
    expect(said.join("\n")).toMatch(/answers\.csv:3 has an earlier time/);
    const kept = await replay(turned, { keepOrder: true });
    expect(kept.order).toBe("as it stands");
    expect(kept.model?.logLoss).not.toBe(expected.model?.logLoss);
  });

  test("may begin with a byte order mark, end lines as Windows does, and separate by tabs", async () => {
    const expected = await replay(await file(header, ...rows));
    const windows = [`\uFEFF${header}`, ...rows].map((line) => `${line.replaceAll(",", "\t")}\r`);
    expect(await replay(await file(...windows))).toEqual(expected);
  });

  test("that names several skills in quotes counts each of them", async () => {
    const report = await replay(await file(header, `l,"a,b",i,1,1`, `l,b;c,j,0,2`));
    expect(report).toMatchObject({ answers: 2, skills: 3, joinedRows: 0 });
  });

  test("with one row per skill for the same answer is one answer", async () => {
    const report = await replay(await file(header, "l,a,i,1,1", "l,b,i,1,1", "l,a,j,0,2", "l,a,j,0,2"));
    expect(report).toMatchObject({ answers: 3, skills: 2, joinedRows: 1 });
  });
});

describe("a file with mistakes", () => {
  const wrong = [header, "l,s,i,1,1", "l,s,i,maybe,2", "l,s,1,3", ",s,i,0,4", "l,s,i,0,5"];

  test("is refused with each of them by line", async () => {
    await expect(replay(await file(...wrong))).rejects.toThrow(
      [
        'answers.csv:3 correct is "maybe"; write 1 or 0 (true and false will do), or leave the row out',
        "answers.csv:4 4 cells where the header has 5; quote what holds a separator",
        "answers.csv:5 no learner; give every row one",
      ].join("\n"),
    );
  });
  test("goes on without these rows when asked to, and says how many", async () => {
    const report = await replay(await file(...wrong), { skipBadRows: true });
    expect(report).toMatchObject({ answers: 2, badRows: 3 });
    expect(said).toHaveLength(3);
  });
  test("stops after twenty", async () => {
    const many = Array.from({ length: 5000 }, () => "l,s,i,?,1");
    await expect(replay(await file(header, ...many))).rejects.toThrow(/answers\.csv:21 (?![^]*answers\.csv:22)/);
  });
  test("whose quotes do not match says where", async () => {
    await expect(replay(await file(header, "l,s,i,1,1", 'l,"s"x,i,1,2'))).rejects.toThrow(/answers\.csv:3 /);
  });
  test("that is empty, only a header, or not there, says so", async () => {
    await expect(replay(await file(""))).rejects.toThrow(/answers\.csv:1 the file is empty/);
    await expect(replay(await file(header))).rejects.toThrow(/0 answers, and none is predicted/);
    await expect(replay(join(folder, "nowhere.csv"))).rejects.toThrow(/There is no file answers\.csv/);
  });
});
