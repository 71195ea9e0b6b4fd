import type { PredictionReport } from "@tidao/measurement";
import type { FileReport } from "./replay-file";

const number = (value: number) => value.toLocaleString("en");
const fixed = (value: number | null) => (value === null ? "-" : value.toFixed(4));
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

/** Columns as wide as their widest cell, words to the left and numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join("  "),
  );
}

const entropy = (p: number) => (p > 0 && p < 1 ? -p * Math.log(p) - (1 - p) * Math.log(1 - p) : 0);

function scores(name: string, report: PredictionReport | null): string[][] {
  if (!report) return [];
  const area = report.auc === null ? "-" : `${fixed(report.auc)} ± ${fixed(report.aucStandardError)}`;
  const { logLoss, brier, expectedCalibrationError } = report;
  return [[name, area, fixed(logLoss), fixed(brier.score), fixed(expectedCalibrationError)]];
}

/** The report as lines for a terminal. */
export function describeReport(file: string, report: FileReport, warmUp: number): string {
  const { model, modelOfFirst, baseline, elo, truth } = report;
  if (!model) return `${file}: nothing was predicted`;
  const { baseRate, brier } = model;
  const notes = [
    report.order === "sorted by time" && "rows were not in the order of time and were sorted",
    report.joinedRows && `${number(report.joinedRows)} rows named another skill of the answer above them`,
    report.badRows && `${number(report.badRows)} bad rows were left out`,
  ].filter((note) => typeof note === "string");
  return [
    `${file}: ${number(report.answers)} answers of ${number(report.learners)} learners to ${number(report.items)} items of ${number(report.skills)} skills`,
    `${number(model.predictions)} predicted after a warm-up of ${number(warmUp)}, each before it was seen; ${percent(baseRate)} are right; ${number(report.snapshots)} snapshots of difficulty`,
    ...notes,
    "",
    ...table([
      ["", "AUC", "log loss", "Brier", "calibration error"],
      ...scores("model", model),
      ...(modelOfFirst && modelOfFirst.predictions < model.predictions
        ? scores(`model, ${number(modelOfFirst.predictions)} first answers to an item`, modelOfFirst)
        : []),
      ...scores("plain Elo", elo),
      ...scores("logistic on item mean and learner mean", baseline),
      ["base rate", "0.5000", fixed(entropy(baseRate)), fixed(brier.uncertainty), "-"],
      ...scores("the file's own probabilities", truth),
    ]),
    "",
    `Brier score of the model = reliability ${fixed(brier.reliability)} - resolution ${fixed(brier.resolution)} + uncertainty ${fixed(brier.uncertainty)} + within bins ${fixed(brier.withinBins)}`,
    "",
    ...table([
      ["model says", "answers", "mean", "right"],
      ...model.calibration
        .filter(({ n }) => n)
        .map(({ from, to, n, predicted, right }) => [
          `${(100 * from).toFixed(0)} to ${(100 * to).toFixed(0)} %`,
          number(n),
          percent(predicted / n),
          percent(right / n),
        ]),
    ]),
  ].join("\n");
}

/** The same for programs: bins as means and shares instead of sums. */
export function reportAsJson(report: FileReport): object {
  const readable = (of: PredictionReport | null) =>
    of && {
      ...of,
      calibration: of.calibration
        .filter(({ n }) => n)
        .map(({ from, to, n, predicted, right }) => ({ from, to, n, predicted: predicted / n, right: right / n })),
    };
  const { model, modelOfFirst, baseline, elo, truth } = report;
  return {
    ...report,
    model: readable(model),
    modelOfFirst: readable(modelOfFirst),
    baseline: readable(baseline),
    elo: readable(elo),
    truth: readable(truth),
  };
}
