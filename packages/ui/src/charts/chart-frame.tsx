import type { ReactNode } from "react";
import { type ChartTable, disclosedHtml } from "./chart-table";

export type { ChartTable } from "./chart-table";

interface ChartFrameProps {
  /** What the chart shows, as a sentence: "You are surer than right in serving." */
  sentence: string;
  table: ChartTable;
  /** The button that follows from it. */
  action?: ReactNode;
  children: ReactNode;
}

/** Sentence, chart, what follows from it, and the figures behind a press. */
export function ChartFrame({ sentence, table, action, children }: ChartFrameProps) {
  return (
    <figure className="chart">
      <figcaption className="chart-sentence">{sentence}</figcaption>
      {children}
      {action && <div>{action}</div>}
      {/* oxlint-disable-next-line react/no-danger -- disclosedHtml escapes */}
      <details className="disclosure" dangerouslySetInnerHTML={{ __html: disclosedHtml(table, sentence) }} />
    </figure>
  );
}
