import { masteryLevel, type MasteryLevel } from "@tidao/measurement";
import type { TopicRow } from "./topic.repo";

/** What a learner may do with a topic, and how far it is. */
export type TopicState = "not-ready" | "ready" | "in-progress" | "mastered" | "skipped";
export interface TopicProgress {
  state: TopicState;
  level: MasteryLevel;
  /** What its answers are good for: above `level`, mixed practice has yet to show it. */
  earned: MasteryLevel;
  /** Others can build on it. */
  held: boolean;
  /** Slugs of what it builds on and is not held yet. */
  lacks: string[];
  /** Its prerequisites are met, and what builds on it still waits for it: worth going into now, begun or not. */
  open: boolean;
}

/** A step of a path is done at level 3, "proficient". */
export const stepDone: MasteryLevel = 3;
/** Whether a path goes on behind this topic: skipped, held, or practised as far as a step asks for. */
export const isStepBehind = (held: TopicProgress | undefined): boolean =>
  held !== undefined && (held.state === "skipped" || Math.max(held.level, held.earned) >= stepDone);

/** A prerequisite is met once its answers are good enough to build on, level 2 ("developing"), or it was skipped with a test. */
export const buildsOn: MasteryLevel = 2;

/**
 * State of every topic from its own mastery and that of its prerequisites. A prerequisite that has no questions yet cannot
 * be shown to be met, so those behind it count in its place.
 */
export function topicProgress(topics: readonly TopicRow[]): Map<string, TopicProgress> {
  const bySlug = new Map(topics.map((t) => [t.slug, t]));
  const lacking = (t: TopicRow, seen: ReadonlySet<string>): string[] =>
    t.prerequisites.flatMap((slug) => {
      const before = bySlug.get(slug);
      if (!before || seen.has(slug)) return [];
      if (before.questions === 0) return lacking(before, new Set([...seen, slug]));
      return isHeld(before) ? [] : [slug];
    });
  return new Map(
    topics.map((t) => {
      const { level } = t;
      const earned = earnedOf(t);
      const begun = t.answers > 0 || t.lessonReadAt;
      const lacks = [...new Set(lacking(t, new Set()))];
      const ready = lacks.length === 0;
      const state = begun ? "in-progress" : ready ? "ready" : "not-ready";
      const held = isHeld(t);
      return [t.slug, { level, earned, held, lacks, open: ready && !held, state: level === 4 ? "mastered" : t.skippedAt ? "skipped" : state }];
    }),
  );
}

const isHeld = (t: TopicRow): boolean => t.skippedAt !== null || Math.max(t.level, earnedOf(t)) >= buildsOn;
const earnedOf = ({ rating, answers }: TopicRow): MasteryLevel => masteryLevel(rating ?? 0, answers);

/** Topics whose answers are good for a higher level than they have: mixed practice shows whether it holds. */
export const ripeTopics = (progress: ReadonlyMap<string, TopicProgress>): string[] =>
  [...progress].filter(([, { earned, level, state }]) => earned > Math.max(level, 1) && state !== "skipped").map(([slug]) => slug);
