import { expect, test } from "vitest";
import {
  formatDay,
  formatDuration,
  formatPercent,
  formatPoints,
  formatShare,
  relativeTime,
  weekdayNames,
  zonedTime,
} from "./format";

const now = "2026-03-01T12:00:00Z";

test("a due time is shown in the viewer's zone, with the zone's name for the tooltip", () => {
  expect(zonedTime("en", "2026-03-01T13:30:00Z", "Asia/Shanghai")).toEqual({
    text: "1 Mar 2026, 21:30",
    iso: "2026-03-01T13:30:00.000Z",
    title: "China Standard Time (Asia/Shanghai)",
  });
  expect(zonedTime("zh", "2026-03-01T13:30:00Z", "Asia/Shanghai").title).toBe("中国标准时间（Asia/Shanghai）");
});

test("times are relative only within a day", () => {
  expect(relativeTime("en", "2026-03-01T12:00:20Z", now, "UTC").text).toBe("now");
  expect(relativeTime("en", "2026-03-01T11:59:40Z", now, "UTC").text).toBe("just now");
  expect(`${relativeTime("zh", now, now, "UTC").text}加入`).toBe("刚刚加入");
  expect(relativeTime("en", "2026-03-01T11:57:00Z", now, "UTC").text).toBe("3 minutes ago");
  expect(relativeTime("zh", "2026-03-01T15:00:00Z", now, "UTC").text).toBe("3小时后");
  expect(relativeTime("en", "2026-03-02T12:00:00Z", now, "UTC").text).toBe("2 Mar 2026, 12:00");
});

test("a calendar day does not move with the zone of the machine", () => {
  expect(formatDay("en", "2026-03-01")).toBe("1 Mar 2026");
  expect(formatDay("zh", "2026-03-01")).toBe("2026年3月1日");
});

test("days of the week are named alike wherever one chooses among them, Monday first", () => {
  expect(weekdayNames("zh")).toEqual(["周一", "周二", "周三", "周四", "周五", "周六", "周日"]);
  expect(weekdayNames("en")).toEqual(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
});

test("percentages come with the number they rest on", () => {
  expect(formatPercent("en", 0.614)).toBe("61%");
  expect(formatPercent("zh", 0.005, 2)).toBe("0.5%");
  expect(formatPercent("en", 0.0002, 2)).toBe("0.02%");
  expect(formatShare("en", 0.614, 1234)).toBe("61% (n = 1,234)");
  expect(formatShare("zh", 0.5, 2)).toBe("50%（n = 2）");
});

test("a share that is not all is never called 100%, and one that is something never 0%", () => {
  const said = (share: number) => formatPercent("en", share);
  expect([0.996, 0.995, 0.9949, 0.9995, 0.99949].map(said)).toEqual(["99.6%", "99.5%", "99%", ">99.9%", "99.9%"]);
  expect([0.004, 0.005, 0.0005, 0.0004].map(said)).toEqual(["0.4%", "1%", "0.1%", "<0.1%"]);
  expect([0, 1, 0.1 * 3 + 0.7, 1 - 1e-12, 1e-12].map(said)).toEqual(["0%", "100%", "100%", "100%", "0%"]);
  expect([-0.003, -1e-12, -0.12, 1.004].map(said)).toEqual(["-0.3%", "0%", "-12%", "100%"]);
  expect([0.0614, 0.0001].map((share) => formatPercent("en", share, 1))).toEqual(["6.1%", "<0.1%"]);
  // the tolerance of a question
  expect([0.0015, 0.01, 0.00005, 0.00004, 0.99996].map((share) => formatPercent("en", share, 2))).toEqual([
    "0.15%",
    "1%",
    "0.01%",
    "<0.01%",
    ">99.99%",
  ]);
  expect(formatShare("zh", 249 / 250, 250)).toBe("99.6%（n = 250）");
});

test("points are rounded to what is known", () => {
  expect(formatPoints("en", 2 / 3)).toBe("0.67");
  expect(formatPoints("en", 1)).toBe("1");
});

test("durations use the unit that a person would", () => {
  expect(formatDuration("en", 45)).toBe("45 sec");
  expect(formatDuration("zh", 180)).toBe("3分钟");
  expect(formatDuration("en", 4800)).toBe("1 hr 20 min");
  expect(formatDuration("zh", 4800)).toBe("1小时20分钟");
  expect(formatDuration("en", 3600)).toBe("1 hr");
});
