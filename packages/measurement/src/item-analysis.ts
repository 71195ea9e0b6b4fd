import { type Accuracy, wilsonInterval } from "./accuracy";
import type { ItemCounters } from "./difficulty-snapshot";
import { pointsFromMicro } from "./micro-points";

/**
 * Facility of an item: the mean share of its points that learners earned (Crocker & Algina 1986, "Introduction to
 * Classical and Modern Test Theory", chapter 14). With partial points the interval is wider than need be, never narrower.
 */
export function facility({ submissions, microPoints }: ItemCounters): Accuracy {
  return wilsonInterval(pointsFromMicro(microPoints), submissions);
}
