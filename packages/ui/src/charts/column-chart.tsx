import { ChartFigure, type ChartProps } from "./chart-figure";
import { type ColumnAxes, columnPlaces, columnPlotHtml } from "./columns-html";
import { coordinate, htmlText } from "./html-text";

export interface Column {
  value: number;
  /** What it says: "3 Mar 2026: 12 reviews". */
  describe: string;
  /** Carries the mark that `markName` explains. */
  marked?: boolean;
}

interface ColumnChartProps extends ColumnAxes, ChartProps {
  columns: readonly Column[];
  /** What the height of the columns is: "Reviews a day". */
  axis: string;
  markName: string;
}

/** One column a day, from zero. Thirty with what each says are a hundred elements. Every text goes through `htmlText`. */
export function ColumnChart({ columns, axis, markName, yTicks, xTicks, ...chart }: ColumnChartProps) {
  const mark = `<li class="text-muted"><span class="chart-mark" aria-hidden="true"></span>${htmlText(markName)}</li>`;
  const legend = `<li class="text-muted">${htmlText(axis)}</li>${columns.some(({ marked }) => marked) ? mark : ""}`;
  const places = columnPlaces(columns.length, yTicks);
  const drawing = columns.map(
    ({ value, describe }, index) =>
      `<rect class="chart-column" ${places.part(index, 0, value, 0.7)}><title>${htmlText(describe)}</title></rect>`,
  );
  const marks = columns.map(({ marked }, index) =>
    marked ? `<span class="chart-mark" style="left:${coordinate(places.middle(index))}%"></span>` : "",
  );
  const below = `<div class="chart-marks" aria-hidden="true">${marks.join("")}</div>`;
  const plot = columnPlotHtml({ yTicks, xTicks }, places, drawing.join(""), below);
  return <ChartFigure {...chart} drawing={`<ul class="chart-legend">${legend}</ul>${plot}`} />;
}
