import type { Messages } from "@tidao/i18n";
import { Badge, badgeHtml, type Tone } from "@tidao/ui/badge";
import { Level, type LevelStep } from "@tidao/ui/level";
import type { MarkShape } from "@tidao/ui/mark";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";

export type Topic = ApiData["topics"]["listTopics"][number];

/** How each state looks: a shape beside the colour. */
export const stateLooks: Record<Topic["state"], { tone: Tone; shape?: MarkShape }> = {
  "not-ready": { tone: "neutral" },
  ready: { tone: "accent" },
  "in-progress": { tone: "partial", shape: "partial" },
  mastered: { tone: "right", shape: "right" },
  skipped: { tone: "right", shape: "skipped" },
};

/** What a learner may do with a topic, in a word. */
export function TopicState({ state }: Pick<Topic, "state">) {
  return <Badge {...stateLooks[state]}>{pageWords().words.topics.state[state]}</Badge>;
}

/** The same for what is written as HTML. */
export const topicStateHtml = (state: Topic["state"]): string =>
  badgeHtml(pageWords().words.topics.state[state], stateLooks[state]);

export const levelName = (words: Messages, level: number): string =>
  words.mastery.levels[String(level) as keyof Messages["mastery"]["levels"]];

/** How far a topic or an objective is mastered. */
export const MasteryLevel = ({ level }: { level: number }) => (
  <Level level={level as LevelStep} text={levelName(pageWords().words, level)} />
);
