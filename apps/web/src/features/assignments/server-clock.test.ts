import { expect, test } from "vitest";
import { serverClock } from "./server-clock";

const noon = Date.parse("2026-03-08T12:00:00Z");
const iso = (at: number) => new Date(at).toISOString();
/** A page that was opened at noon by the server's clock, on a machine whose own clock is three hours fast. */
function page() {
  const time = { tick: 0, wall: noon + 3 * 3_600_000 };
  const clock = serverClock({ tick: () => time.tick, wall: () => time.wall });
  const pass = (ms: number) => {
    time.tick += ms;
    time.wall += ms;
  };
  return { time, clock, pass };
}

test("a learner whose clock is wrong reads the server's", () => {
  const { clock, pass } = page();
  pass(400); // on its way
  clock.hear(iso(noon));
  pass(60_000);
  expect(clock.now()).toBe(noon + 60_000);
});
test("of two answers the faster one tells the time", () => {
  const { clock, pass } = page();
  pass(2000);
  clock.hear(iso(noon));
  pass(10_000);
  clock.hear(iso(noon + 11_900));
  expect(clock.now()).toBe(noon + 11_900);
});
test("a page out of the browser's store does not set the clock back", () => {
  const { clock, pass } = page();
  clock.hear(iso(noon));
  pass(600_000);
  clock.hear(iso(noon));
  expect(clock.now()).toBe(noon + 600_000);
});
test("a machine that slept, or whose clock was set, is in doubt until the server is heard again", () => {
  const { clock, time, pass } = page();
  clock.hear(iso(noon));
  pass(600_000);
  expect(clock.isDoubtful()).toBe(false);
  time.wall += 3_600_000;
  expect(clock.isDoubtful()).toBe(true);
  clock.hear(iso(noon)); // the page as it was
  expect(clock.isDoubtful()).toBe(true);
  clock.hear(iso(noon + 4_200_000));
  expect(clock.isDoubtful()).toBe(false);
  expect(clock.now()).toBe(noon + 4_200_000);
});
