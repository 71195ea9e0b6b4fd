import { ChartFigure, type ChartProps } from "./chart-figure";
import { type ColumnAxes, columnPlaces, columnPlotHtml } from "./columns-html";
import { htmlText } from "./html-text";

export interface StackedColumn {
  /** From the bottom up, one for each series. */
  values: [number, number];
  /** What it says: "3 Mar: 12 min new, 8 min review". */
  describe: string;
}

interface StackedColumnsProps extends ColumnAxes, ChartProps {
  columns: readonly StackedColumn[];
  /** Names of the lower and the upper part. */
  series: [string, string];
}

/**
 * Two amounts by day, one upon the other, from zero; the lower part is filled, the upper one outlined, so colour is not all.
 * Every text goes through `htmlText`.
 */
export function StackedColumns({ columns, series, yTicks, xTicks, ...chart }: StackedColumnsProps) {
  const legend = series.map(
    (name, index) =>
      `<li><svg class="chart-part-${index}" viewBox="0 0 28 8" aria-hidden="true"><rect x="0.5" y="0.5" width="27" height="7"/></svg>${htmlText(name)}</li>`,
  );
  const places = columnPlaces(columns.length, yTicks);
  const drawing = columns.map(
    ({ values: [low, high], describe }, index) =>
      `<g><title>${htmlText(describe)}</title><rect class="chart-part-0" ${places.part(index, 0, low, 0.76)}/>` +
      `<rect class="chart-part-1" ${places.part(index, low, low + high, 0.76)}/></g>`,
  );
  const plot = columnPlotHtml({ yTicks, xTicks }, places, drawing.join(""));
  return <ChartFigure {...chart} drawing={`<ul class="chart-legend">${legend.join("")}</ul>${plot}`} />;
}
