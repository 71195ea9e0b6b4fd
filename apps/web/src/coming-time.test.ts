import { expect, test } from "vitest";
import { comingTime } from "./coming-time";

const now = new Date("2026-03-01T12:00:00Z");
test("a review that comes in twenty seconds is not said to come now, while nothing is due now", () => {
  expect(comingTime("en", "2026-03-01T12:00:20Z", now, "UTC").text).toBe("in 1 minute");
  expect(comingTime("zh", "2026-03-01T12:00:20Z", now, "UTC").text).toBe("1分钟后");
  expect(comingTime("en", "2026-03-01T12:09:50Z", now, "UTC").text).toBe("in 10 minutes");
  expect(comingTime("en", "2026-03-01T12:00:20Z", now, "UTC").iso).toBe("2026-03-01T12:00:20.000Z");
});
