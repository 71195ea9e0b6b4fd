import { describe, expect, it } from "vitest";
import { lastLine, listTests, playwrightTotals, turboTotals, vitestTotals, withExitCode } from "./totals";

describe("the true totals", () => {
  it("are said in one line that a machine can read", () => {
    expect(lastLine({ passed: 812, failed: 0 })).toBe("812 passed, 0 failed");
  });

  it("count each package whose types were checked, from the cache or anew, and one that never came to its turn", () => {
    const tasks = [
      { taskId: "@tidao/kernel#typecheck", execution: { exitCode: 0 } },
      { taskId: "@tidao/api#typecheck", execution: { exitCode: 2 } },
      { taskId: "@tidao/web#typecheck", execution: null },
      { taskId: "@tidao/none#typecheck", command: "<NONEXISTENT>" },
    ];
    expect(turboTotals({ tasks })).toEqual({ passed: 1, failed: 2 });
  });

  it("count a test file that could not be loaded as failed", () => {
    const report = {
      numPassedTests: 10,
      numFailedTests: 1,
      testResults: [
        { status: "passed", assertionResults: [{ status: "passed" }] },
        { status: "failed", assertionResults: [{ status: "failed" }] },
        { status: "failed", assertionResults: [] },
      ],
    };
    expect(vitestTotals(report)).toEqual({ passed: 10, failed: 2 });
  });

  it("count a journey that passed at its second try once, and an error outside of all journeys", () => {
    const journey = (status: "expected" | "unexpected" | "flaky" | "skipped", ...annotations: { type: string }[]) => ({
      status,
      annotations,
    });
    const nested = { specs: [], suites: [{ specs: [{ tests: [journey("expected"), journey("unexpected")] }] }] };
    const suites = [
      { specs: [{ tests: [journey("flaky")] }, { tests: [journey("skipped", { type: "skip" })] }] },
      nested,
    ];
    expect(playwrightTotals({ suites, errors: [] })).toEqual({ passed: 2, failed: 1 });
    expect(playwrightTotals({ suites, errors: ["cannot load fixtures.ts"] })).toEqual({ passed: 2, failed: 2 });
    expect(listTests(suites)).toHaveLength(4);
  });

  it("count a journey whose turn never came as failed: nobody meant to skip it", () => {
    const suites = [{ specs: [{ tests: [{ status: "skipped" as const, annotations: [{ type: "serial" }] }] }] }];
    expect(playwrightTotals({ suites, errors: [] })).toEqual({ passed: 0, failed: 1 });
  });

  it("have a failure when a tool ended badly without counting one", () => {
    expect(withExitCode({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
    expect(withExitCode({ passed: 5, failed: 0 }, null)).toEqual({ passed: 5, failed: 1 });
    expect(withExitCode({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 });
    expect(withExitCode({ passed: 5, failed: 0 }, 0)).toEqual({ passed: 5, failed: 0 });
  });
});
