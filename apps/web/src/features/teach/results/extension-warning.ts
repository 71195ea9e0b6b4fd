import { instantOfWallTime } from "@tidao/kernel";

interface ExtensionTimes {
  /** What was granted before, empty for nothing; times on the wall of `zone` like the rest. */
  before: string;
  classDue: string;
  zone: string;
}
/**
 * What an extension's due time would do that nobody calls one.
 * @returns `past` where it closes the assignment for the learner at once, `earlier` where it leaves less time than the class has
 */
export function extensionWarning(
  due: string,
  { before, classDue, zone }: ExtensionTimes,
  now = new Date(),
): "past" | "earlier" | null {
  const [dueAt, forClass] = [instantOfWallTime(due, zone), instantOfWallTime(classDue, zone)];
  if (!dueAt || due === before) return null;
  if (dueAt <= now) return "past";
  return forClass && dueAt < forClass ? "earlier" : null;
}

interface AttemptsGiven {
  /** What the field holds; empty for as many as the class has. */
  entered: string;
  ofClass: string;
  started: number;
  sawKey: boolean;
}
/** Whether more time gives nothing to answer: the key was shown, so what was begun is over, and no attempt is left. */
export const leavesNoAttempt = ({ entered, ofClass, started, sawKey }: AttemptsGiven): boolean =>
  sawKey && Number(entered || ofClass) <= started;
