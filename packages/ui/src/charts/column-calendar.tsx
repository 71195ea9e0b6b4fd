import { type CalendarDay, calendarCells } from "./calendar-weeks";
import { ChartFigure, type ChartProps } from "./chart-figure";
import { htmlText } from "./html-text";

interface CalendarProps {
  days: readonly CalendarDay[];
  lastDay: string;
  weeks: number;
  /** What the days are of: "Activity by day". The drawing scrolls, and what the keyboard reaches needs a name. */
  name: string;
  /** Seven short names, Monday first. */
  weekdays: string[];
  /** The name of a month, for its first week: "2026-03" → "Mar". */
  monthName: (month: string) => string;
  /** What one cell says: "3 Mar 2026: 12 answers". */
  describe: (day: CalendarDay) => string;
  /** Days without activity that are bridged all the same: drawn as a cross. */
  bridged?: readonly string[];
}

/** Cells of 14 px (charts.css) and what lies between them. */
const STEP = 18;
const LEFT = 38;
const TOP = 20;

/** Activity by day: one column a week. It scrolls on a narrow screen, so the keyboard has to reach it. */
export function ColumnCalendar({ sentence, table, action, ...calendar }: CalendarProps & ChartProps) {
  const drawing =
    `<div class="chart-calendar" role="region" aria-label="${htmlText(calendar.name)}" tabindex="0">` +
    `<svg width="${LEFT + calendar.weeks * STEP}" height="${TOP + 7 * STEP}" aria-hidden="true">${calendarHtml(calendar)}</svg></div>`;
  return <ChartFigure sentence={sentence} table={table} action={action} drawing={drawing} />;
}

/** A year is 371 cells with what each says, written as HTML. Every text goes through `htmlText`. */
function calendarHtml({ days, lastDay, weeks, weekdays, monthName, describe, bridged = [] }: CalendarProps): string {
  const cells = calendarCells(days, lastDay, weeks);
  const across = (week: number) => LEFT + week * STEP;
  const down = (weekday: number) => TOP + weekday * STEP;
  const months = cells
    .filter((cell) => cell.weekday === 0)
    .filter((cell, index, mondays) => cell.day.slice(0, 7) !== mondays[index - 1]?.day.slice(0, 7))
    // two names closer than three columns would run into each other: the earlier, shorter month gives way
    .filter((cell, index, starts) => (starts[index + 1]?.week ?? Number.POSITIVE_INFINITY) - cell.week >= 3);
  const frozen = new Set(bridged);
  return [
    ...months.map(
      (cell) => `<text x="${across(cell.week)}" y="13">${htmlText(monthName(cell.day.slice(0, 7)))}</text>`,
    ),
    ...[0, 2, 4].map(
      (weekday) =>
        `<text x="${LEFT - 6}" y="${down(weekday) + 12}" text-anchor="end">${htmlText(weekdays[weekday] ?? "")}</text>`,
    ),
    ...Array.from({ length: weeks }, (_, week) => {
      const days = cells
        .slice(7 * week, 7 * week + 7)
        .map(
          (cell) =>
            `<rect class="heat-${cell.heat}" y="${down(cell.weekday) + 0.5}"><title>${htmlText(describe(cell))}</title></rect>`,
        );
      return `<g transform="translate(${across(week) + 0.5})">${days.join("")}</g>`;
    }),
    ...cells
      .filter((cell) => frozen.has(cell.day))
      .map(
        (cell) => `<path class="chart-frozen" d="M${across(cell.week) + 4} ${down(cell.weekday) + 4}l7 7m0 -7l-7 7"/>`,
      ),
  ].join("");
}
