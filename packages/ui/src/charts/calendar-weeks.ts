export interface CalendarDay {
  /** YYYY-MM-DD, in the reader's own zone. */
  day: string;
  value: number;
}
export interface CalendarCell extends CalendarDay {
  week: number;
  /** Monday is 0. */
  weekday: number;
  heat: 0 | 1 | 2 | 3 | 4;
}

const DAY = 86_400_000;

/** Whole weeks ending with the week of `lastDay`; days without a value are zero, days after `lastDay` are left out. */
export function calendarCells(days: readonly CalendarDay[], lastDay: string, weeks: number): CalendarCell[] {
  const values = new Map(days.map(({ day, value }) => [day, value]));
  const last = Date.parse(lastDay);
  const weekdayOf = (time: number) => (new Date(time).getUTCDay() + 6) % 7;
  const first = last - (weekdayOf(last) + 7 * (weeks - 1)) * DAY;
  const most = Math.max(1, ...days.map(({ value }) => value));
  const cells: CalendarCell[] = [];
  for (let time = first, index = 0; time <= last; time += DAY, index++) {
    const day = new Date(time).toISOString().slice(0, 10);
    const value = values.get(day) ?? 0;
    cells.push({ day, value, week: Math.floor(index / 7), weekday: index % 7, heat: heatOf(value, most) });
  }
  return cells;
}

/** A day on which anything was done never looks like a day of nothing. */
function heatOf(value: number, most: number): CalendarCell["heat"] {
  if (value <= 0) return 0;
  const share = value / most;
  if (share > 0.75) return 4;
  if (share > 0.5) return 3;
  return share > 0.25 ? 2 : 1;
}
