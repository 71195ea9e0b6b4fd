import { relativeTime } from "@tidao/i18n/format";
import { expect, test } from "vitest";
import { lastUsed } from "./last-used";

test("the device in hand is in use now, however long ago that was last written down", () => {
  const now = new Date("2026-03-01T12:00:00Z");
  const said = (current: boolean) =>
    relativeTime("en", lastUsed({ current, lastSeenAt: "2026-03-01T11:56:00Z" }, now), now, "UTC").text;
  expect([said(true), said(false)]).toEqual(["just now", "4 minutes ago"]);
});
