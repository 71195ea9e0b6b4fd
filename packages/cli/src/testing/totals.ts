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

/** Playwright's json reporter. What was never run (the run was cut short) is not listed, hence its errors count. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
  suites: PlaywrightSuite[];
}
interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: { tests: unknown[] }[];
}
export function countListed(suites: PlaywrightSuite[]): number {
  return suites.reduce(
    (sum, { specs, suites: inner = [] }) =>
      sum + specs.reduce((n, { tests }) => n + tests.length, 0) + countListed(inner),
    0,
  );
}
export function playwrightTotals({ stats, errors }: Omit<PlaywrightReport, "suites">): Totals {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}
