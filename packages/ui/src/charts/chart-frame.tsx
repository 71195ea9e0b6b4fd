import type { ReactNode } from "react";
import { Disclosure } from "../disclosure";
import { Table } from "../table";

export interface ChartTable {
  /** What opens it: "Show as a table". */
  label: string;
  columns: string[];
  /** The first cell of a row names it. */
  rows: { key: string; cells: ReactNode[] }[];
}

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
        <Table label={`${table.label}: ${sentence}`} height="24rem">
          <thead>
            <tr>
              {table.columns.map((column, index) => (
                <th key={column} scope="col" className={index > 0 ? "number" : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ key, cells: [name, ...cells] }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  <td key={table.columns[index + 1]} className="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </Disclosure>
    </figure>
  );
}
