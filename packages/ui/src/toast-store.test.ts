import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { currentToasts, dismissToast, holdToast, releaseToast, showToast, subscribeToToasts } from "./toast-store";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test("a message goes by itself, later when it can be undone", () => {
  showToast("Saved");
  showToast("Removed", { label: "Undo", run: () => {} });
  vi.advanceTimersByTime(7_000);
  expect(currentToasts().map((message) => message.text)).toEqual(["Removed"]);
  vi.advanceTimersByTime(14_000);
  expect(currentToasts()).toEqual([]);
});

test("a message that somebody has the focus or the pointer on waits for them", () => {
  showToast("Removed", { label: "Undo", run: () => {} });
  const [message] = currentToasts();
  holdToast(message!.id);
  vi.advanceTimersByTime(600_000);
  expect(currentToasts()).toEqual([message]);
  releaseToast(message!);
  vi.advanceTimersByTime(21_000);
  expect(currentToasts()).toEqual([]);
});

test("a reader never has more than three messages to read", () => {
  for (const text of ["one", "two", "three", "four"]) showToast(text);
  expect(currentToasts().map((message) => message.text)).toEqual(["two", "three", "four"]);
});

test("a message that is dismissed is gone, and those who listen hear of it", () => {
  let heard = 0;
  const stop = subscribeToToasts(() => heard++);
  showToast("Saved");
  dismissToast(currentToasts()[0]?.id ?? 0);
  stop();
  expect(currentToasts()).toEqual([]);
  expect(heard).toBe(2);
});
