const formatters = new Map<string, Intl.DateTimeFormat>();
const minute = 60_000;
const day = 86_400_000;

function parts(instant: Date, zone: string) {
  let formatter = formatters.get(zone);
  if (!formatter) {
    const two = "2-digit" as const;
    const fields = { year: "numeric", month: two, day: two, hour: two, minute: two, hourCycle: "h23" } as const;
    formatter = new Intl.DateTimeFormat("en-CA", { timeZone: zone, ...fields });
    formatters.set(zone, formatter);
  }
  return Object.fromEntries(formatter.formatToParts(instant).map(({ type, value }) => [type, value]));
}

/** What the clock on the wall shows at an instant, as a `datetime-local` field wants it: "2026-03-01T21:30". */
export function wallTime(instant: Date, zone: string): string {
  const p = parts(instant, zone);
  return `${p["year"]}-${p["month"]}-${p["day"]}T${p["hour"]}:${p["minute"]}`;
}

/**
 * The instant at which the clock on the wall shows this. Of an hour that comes twice the first is meant; a time that is
 * skipped moves on by what was skipped (as RFC 5545, 3.3.5, has it).
 * @returns null for what is not a time
 */
export function instantOfWallTime(text: string, zone: string): Date | null {
  const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}:00Z`) : Number.NaN;
  if (Number.isNaN(utc)) return null;
  const offsetAt = (time: number) =>
    Date.parse(`${wallTime(new Date(time), zone)}:00Z`) - Math.floor(time / minute) * minute;
  const [before, after] = [utc - offsetAt(utc - day), utc - offsetAt(utc + day)];
  const shown = [before, after].filter((time) => wallTime(new Date(time), zone) === text);
  return new Date(shown.length ? Math.min(...shown) : before);
}
