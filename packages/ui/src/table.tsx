import type { CSSProperties, ReactNode } from "react";
import { join } from "./join";

interface TableProps {
  /** Names the region for those who scroll it with keys. */
  label: string;
  /** The first column stays where it is when the rest is scrolled sideways. */
  stickyColumn?: boolean;
  /** On a phone the cells of a row stand under its first one. */
  stacked?: boolean;
  /** With a height the table scrolls inside its frame and its head stays. */
  height?: string;
  caption?: ReactNode;
  /** `<thead>` and `<tbody>`; cells with numbers carry the class `number`. */
  children: ReactNode;
}

export function Table({ label, height, caption, children, ...look }: TableProps) {
  return (
    <TableFrame label={label} height={height}>
      <table className={tableClass(look)}>
        {caption && <caption>{caption}</caption>}
        {children}
      </table>
    </TableFrame>
  );
}

export const tableClass = ({ stickyColumn, stacked }: Pick<TableProps, "stickyColumn" | "stacked">): string =>
  join("data-table", stickyColumn && "data-table-sticky", stacked && "data-table-stacked");

/** What a table scrolls in. */
export function TableFrame({ label, height, children }: Pick<TableProps, "label" | "height" | "children">) {
  const style: CSSProperties & { "--table-height"?: string } = height ? { "--table-height": height } : {};
  return (
    // a region that scrolls has to be reachable with the keyboard
    <div className="table-frame" role="region" aria-label={label} tabIndex={0} style={style}>
      {children}
    </div>
  );
}
