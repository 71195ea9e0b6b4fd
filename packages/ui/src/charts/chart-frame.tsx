import type { ReactNode } from "react";
import { Disclosure } from "../disclosure";
import { type ChartTable, tableHtml } from "./chart-table";

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
      <Disclosure summary={table.label}>
        {/* a region that scrolls has to be reachable with the keyboard */}
        <div
          className="table-frame chart-table-frame"
          role="region"
          aria-label={`${table.label}: ${sentence}`}
          tabIndex={0}
        >
          {/* oxlint-disable-next-line react/no-danger -- tableHtml escapes */}
          <table className="data-table chart-table" dangerouslySetInnerHTML={{ __html: tableHtml(table) }} />
        </div>
      </Disclosure>
    </figure>
  );
}
