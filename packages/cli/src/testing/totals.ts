export interface Totals {
  passed: number;
  failed: number;
}

export const none: Totals = { passed: 0, failed: 0 };
export const oneTest = (hasPassed: boolean): Totals => ({ passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1 });
export const add = (a: Totals, b: Totals): Totals => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });
export const lastLine = ({ passed, failed }: Totals) => `${passed} passed, ${failed} failed`;

/** A tool that ended badly although nothing it counted failed has failed in some other way: that counts too. */
export const withExitCode = (totals: Totals, code: number | null): Totals =>
  code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;

/** Turbo's run summary: each task is one test, also one that was answered from the cache. */
export interface TurboSummary {
  tasks: { taskId: string; command?: string; execution?: { exitCode?: number | null } | null }[];
}
export function turboTotals({ tasks }: TurboSummary): Totals {
  const real = tasks.filter(({ command }) => command !== "<NONEXISTENT>");
  return real.map(({ execution }) => oneTest(execution?.exitCode === 0)).reduce(add, none);
}

/** Vitest's json reporter. A file that could not even be loaded has no tests, and is a failure. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}
export function vitestTotals(report: VitestReport): Totals {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((result) => result.status !== "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Playwright's json reporter. */
export interface PlaywrightReport {
  suites: PlaywrightSuite[];
  /** Outside of all tests: a file that cannot be loaded, a set-up that broke. */
  errors: unknown[];
}
interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: { tests: PlaywrightTest[] }[];
}
interface PlaywrightTest {
  status: "expected" | "unexpected" | "flaky" | "skipped";
  annotations: { type: string }[];
}

export const listTests = (suites: PlaywrightSuite[]): PlaywrightTest[] =>
  suites.flatMap(({ specs, suites: inner = [] }) => [...specs.flatMap(({ tests }) => tests), ...listTests(inner)]);

/** Listed as skipped because one before it failed, although nobody meant to skip it. */
const neverRan = ({ status, annotations }: PlaywrightTest) =>
  status === "skipped" && !annotations.some(({ type }) => type === "skip" || type === "fixme");

export function playwrightTotals({ suites, errors }: PlaywrightReport): Totals {
  const tests = listTests(suites);
  const passed = tests.filter(({ status }) => status === "expected" || status === "flaky");
  const failed = tests.filter((test) => test.status === "unexpected" || neverRan(test));
  return { passed: passed.length, failed: failed.length + errors.length };
}
