import { expect, test } from "vitest";
import { instantOfWallTime, wallTime } from "./wall-time";

test.each([
  ["Shanghai", "2026-03-08T23:59", "Asia/Shanghai", "2026-03-08T15:59:00.000Z"],
  ["a half-hour zone", "2026-03-08T00:00", "Asia/Kolkata", "2026-03-07T18:30:00.000Z"],
  ["summer in New York", "2026-07-01T09:00", "America/New_York", "2026-07-01T13:00:00.000Z"],
  ["an hour that comes twice: the first", "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ["an hour that is skipped: moved on", "2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  ["the morning after a change", "2026-03-29T09:00", "Europe/Berlin", "2026-03-29T07:00:00.000Z"],
  ["the evening before a change", "2026-03-28T23:59", "Europe/Berlin", "2026-03-28T22:59:00.000Z"],
  ["a day that a country left out", "2011-12-30T12:00", "Pacific/Apia", "2011-12-30T22:00:00.000Z"],
])("a due time typed in %s is the right instant", (_, text, zone, iso) => {
  expect(instantOfWallTime(text, zone)?.toISOString()).toBe(iso);
});

test("what is shown and what is typed are the same time, in every hour of a year", () => {
  for (const zone of ["Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "UTC"])
    for (let hour = 0; hour < 366 * 24; hour += 7) {
      const instant = new Date(Date.UTC(2026, 0, 1, hour, 15));
      const back = instantOfWallTime(wallTime(instant, zone), zone)!;
      // an hour that comes twice is given back as the first of the two
      expect([0, 3_600_000, 1_800_000]).toContain(instant.getTime() - back.getTime());
      expect(wallTime(back, zone)).toBe(wallTime(instant, zone));
    }
});

test.each(["", "tomorrow", "2026-13-01T00:00", "2026-03-01", "2026-03-01T25:00", "2026-03-01T10:00Z"])(
  "%j is no time",
  (text) => {
    expect(instantOfWallTime(text, "UTC")).toBeNull();
  },
);
