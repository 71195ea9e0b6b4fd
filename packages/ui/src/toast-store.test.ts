import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  currentToasts,
  dismissToast,
  holdToast,
  releaseToast,
  showProblem,
  showToast,
  subscribeToToasts,
} from "./toast-store";

const texts = () => currentToasts().map((message) => message.text);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (let first = currentToasts()[0]; first; first = currentToasts()[0]) dismissToast(first.id);
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

test("a reader never has more than three messages to read: the next wait, and have their own time when they come", () => {
  for (const text of ["one", "two", "three", "four", "five"]) showToast(text);
  expect(texts()).toEqual(["one", "two", "three"]);
  dismissToast(currentToasts()[1]!.id);
  expect(texts()).toEqual(["one", "three", "four"]);
  vi.advanceTimersByTime(5_000);
  dismissToast(currentToasts()[0]!.id);
  expect(texts()).toEqual(["three", "four", "five"]);
  vi.advanceTimersByTime(1_500);
  expect(texts()).toEqual(["five"]);
  vi.advanceTimersByTime(4_000);
  expect(texts()).toEqual(["five"]);
  vi.advanceTimersByTime(1_000);
  expect(texts()).toEqual([]);
});

test("a problem stays until its reader closes it, also when the pointer has passed over it", () => {
  showProblem("No connection");
  const [problem] = currentToasts();
  holdToast(problem!.id);
  releaseToast(problem!);
  vi.advanceTimersByTime(3_600_000);
  expect(texts()).toEqual(["No connection"]);
  dismissToast(problem!.id);
  expect(texts()).toEqual([]);
});

test("problems that nobody closes do not hold up what goes by itself", () => {
  for (const text of ["first problem", "second problem", "third problem"]) showProblem(text);
  showToast("Saved");
  expect(texts()).toEqual(["first problem", "second problem", "Saved"]);
  vi.advanceTimersByTime(7_000);
  showToast("Saved again");
  expect(texts()).toEqual(["first problem", "second problem", "Saved again"]);
  dismissToast(currentToasts()[0]!.id);
  expect(texts()).toEqual(["second problem", "Saved again", "third problem"]);
});

test("the same said twice is one message, new to who listens; what can be undone is said each time", () => {
  showProblem("No connection");
  const [first] = currentToasts();
  showProblem("No connection");
  expect(texts()).toEqual(["No connection"]);
  expect(currentToasts()[0]!.id).not.toBe(first!.id);
  for (let i = 0; i < 2; i++) showToast("Removed", { label: "Undo", run: () => {} });
  for (let i = 0; i < 3; i++) showToast("Copied");
  expect(texts()).toEqual(["No connection", "Removed", "Removed"]);
  dismissToast(currentToasts()[1]!.id);
  dismissToast(currentToasts()[1]!.id);
  expect(texts()).toEqual(["No connection", "Copied"]);
});

test("what offers the very same way out is one message, however many calls found out", () => {
  const signIn = () => {};
  for (let call = 0; call < 5; call++) showToast("You are signed out", { label: "Sign in", run: signIn });
  expect(texts()).toEqual(["You are signed out"]);
  dismissToast(currentToasts()[0]!.id);
  expect(texts()).toEqual([]);
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
