import { expect, test } from "vitest";
import { HashQueue } from "./hash-queue";

const tick = () => new Promise((resolve) => setTimeout(resolve, 1));

test("however many sign in at once, two passwords are hashed at a time, first come first served", async () => {
  const queue = new HashQueue(2, 100);
  const finished: number[] = [];
  await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      queue.run(async () => {
        await tick();
        finished.push(i);
      }),
    ),
  );
  expect(queue.seen).toEqual({ begun: 10, atOnce: 2 });
  expect(finished).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("a hash that fails frees its place", async () => {
  const queue = new HashQueue(1, 10);
  await expect(queue.run(() => Promise.reject(new Error("no memory")))).rejects.toThrow("no memory");
  expect(await queue.run(() => Promise.resolve("next"))).toBe("next");
});

test("when the queue is full the next one is told to come back, instead of waiting for ever", async () => {
  const queue = new HashQueue(1, 1);
  const first = queue.run(tick);
  const second = queue.run(tick);
  await expect(queue.run(tick)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS", params: { seconds: 5 } });
  await Promise.all([first, second]);
});
