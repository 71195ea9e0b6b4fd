import { type MasteryLevel, masteryLevel } from "@tidao/measurement";
import type { TopicRow } from "./topic.repo";

/** What a learner may do with a topic, and how far it is. */
export type TopicState = "not-ready" | "ready" | "in-progress" | "mastered";
export interface TopicProgress {
  state: TopicState;
  level: MasteryLevel;
}

/** A prerequisite is met once it is answered well enough to build on (level 2, "developing"); one without questions counts as met. */
const buildsOn: MasteryLevel = 2;

/** State of every topic from its own mastery and that of its prerequisites. */
export function topicProgress(topics: readonly TopicRow[]): Map<string, TopicProgress> {
  const levels = new Map(topics.map((t) => [t.slug, masteryLevel(t.rating ?? 0, t.answers)]));
  const empty = new Set(topics.filter((t) => t.questions === 0).map((t) => t.slug));
  return new Map(
    topics.map((t) => {
      const level = levels.get(t.slug) ?? 0;
      const ready = t.prerequisites.every((p) => empty.has(p) || (levels.get(p) ?? 0) >= buildsOn);
      const state = level === 4 ? "mastered" : t.answers > 0 || t.lessonReadAt ? "in-progress" : ready ? "ready" : "not-ready";
      return [t.slug, { state, level }];
    }),
  );
}
