import { escapeHtml } from "@tidao/kernel";
import { type LevelStep, levelHtml } from "@tidao/ui/level";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { levelName } from "../topics/topic-state";

type TopicData = ApiData["topics"]["getTopic"];

const masteryHtml = (level: number) => levelHtml(level as LevelStep, levelName(pageWords().words, level));

/** What a topic builds on, as HTML: each level is five shapes, and React writes each of them twice. */
export function prerequisitesHtml(prerequisites: TopicData["prerequisites"]): string {
  const { to } = pageWords();
  return prerequisites
    .map(
      ({ slug, title, level }) =>
        `<li class="flex items-center gap-2"><a data-soft="" class="link" href="${escapeHtml(to(`/topics/${slug}`))}">${escapeHtml(title)}</a>${masteryHtml(level)}</li>`,
    )
    .join("");
}

/** What one can do after a topic, how far one is, and where it is practised. */
export function objectivesHtml(topic: string, objectives: TopicData["objectives"]): string {
  const { words, say, to } = pageWords();
  return objectives
    .map(({ id, text, questions, level, answers }) => {
      const href = escapeHtml(to(`/practice?topic=${topic}&objective=${id}`));
      const count = escapeHtml(say(words.topics.questions, { count: questions }));
      return (
        `<li class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"><span class="min-w-0 flex-1 basis-64">${escapeHtml(text)}</span>` +
        `<span class="flex items-center gap-4">${answers > 0 ? masteryHtml(level) : ""}` +
        `${questions > 0 ? `<a data-soft="" class="link print-hidden" href="${href}">${count}</a>` : ""}</span></li>`
      );
    })
    .join("");
}
