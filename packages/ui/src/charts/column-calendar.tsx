import type { ReactNode } from "react";
import { type CalendarDay, calendarCells } from "./calendar-weeks";
import { ChartFrame, type ChartTable } from "./chart-frame";

interface ColumnCalendarProps {
  sentence: string;
  days: CalendarDay[];
  lastDay: string;
  weeks: number;
  /** Seven short names, Monday first. */
  weekdays: string[];
  /** The name of a month, for its first week: "2026-03" → "Mar". */
  monthName: (month: string) => string;
  /** What one cell says: "3 Mar 2026: 12 answers". */
  describe: (day: CalendarDay) => string;
  /** Days without activity that are bridged all the same: drawn as a cross. */
  bridged?: readonly string[];
  table: ChartTable;
  action?: ReactNode;
}

const CELL = 15;
const GAP = 3;
const STEP = CELL + GAP;
const LEFT = 38;
const TOP = 20;

/** Activity by day: one column a week. */
export function ColumnCalendar(props: ColumnCalendarProps) {
  const { sentence, days, lastDay, weeks, weekdays, monthName, describe, table, action, bridged = [] } = props;
  const cells = calendarCells(days, lastDay, weeks);
  const months = cells
    .filter((cell) => cell.weekday === 0)
    .filter((cell, index, mondays) => cell.day.slice(0, 7) !== mondays[index - 1]?.day.slice(0, 7))
    // two names closer than three columns would run into each other: the earlier, shorter month gives way
    .filter((cell, index, starts) => (starts[index + 1]?.week ?? Number.POSITIVE_INFINITY) - cell.week >= 3);
  return (
    <ChartFrame sentence={sentence} table={table} action={action}>
      {/* scrolls on a narrow screen, so the keyboard has to reach it */}
      <div className="chart-calendar" role="region" aria-label={sentence} tabIndex={0}>
        <svg width={LEFT + weeks * STEP} height={TOP + 7 * STEP} aria-hidden="true">
          {months.map((cell) => (
            <text key={cell.day} x={LEFT + cell.week * STEP} y={13}>
              {monthName(cell.day.slice(0, 7))}
            </text>
          ))}
          {[0, 2, 4].map((weekday) => (
            <text key={weekday} x={LEFT - 6} y={TOP + weekday * STEP + 12} textAnchor="end">
              {weekdays[weekday]}
            </text>
          ))}
          {cells.map((cell) => (
            <rect
              key={cell.day}
              className={`heat-${cell.heat}`}
              x={LEFT + cell.week * STEP + 0.5}
              y={TOP + cell.weekday * STEP + 0.5}
              width={CELL - 1}
              height={CELL - 1}
              rx={3}
            >
              <title>{describe(cell)}</title>
            </rect>
          ))}
          {cells
            .filter((cell) => bridged.includes(cell.day))
            .map((cell) => (
              <path
                key={cell.day}
                className="chart-frozen"
                d={`M${LEFT + cell.week * STEP + 4} ${TOP + cell.weekday * STEP + 4}l7 7m0 -7l-7 7`}
              />
            ))}
        </svg>
      </div>
    </ChartFrame>
  );
}
