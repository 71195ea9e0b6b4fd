import { escapeHtml } from "@tidao/kernel";
import { type LevelStep, levelHtml } from "@tidao/ui/level";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { skipLinkHtml } from "../placement/skip-link";
import { levelName, topicStateHtml } from "../topics/topic-state";

type TopicData = ApiData["topics"]["getTopic"];

const masteryHtml = (level: number) => levelHtml(level as LevelStep, levelName(pageWords().words, level));

/** What a topic builds on. */
function prerequisitesHtml(prerequisites: TopicData["prerequisites"]): string {
  const { to } = pageWords();
  return prerequisites
    .map(
      ({ slug, title, level }) =>
        `<li class="flex items-center gap-2"><a data-soft="" class="link" href="${escapeHtml(to(`/topics/${slug}`))}">${escapeHtml(title)}</a>${masteryHtml(level)}</li>`,
    )
    .join("");
}

/** What one can do after a topic, how far one is, and where it is practised. */
function objectivesHtml(topic: string, objectives: TopicData["objectives"]): string {
  const { words, say, to } = pageWords();
  return objectives
    .map(({ id, text, questions, level, answers }) => {
      const href = escapeHtml(to(`/practice?topic=${topic}&objective=${id}`));
      const count = say(words.topics.questions, { count: questions });
      const name = escapeHtml(say(words.app.about, { word: count, what: text }));
      return (
        `<li class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"><span class="min-w-0 flex-1 basis-64">${escapeHtml(text)}</span>` +
        `<span class="flex items-center gap-4">${answers > 0 ? masteryHtml(level) : ""}` +
        `${questions > 0 ? `<a data-soft="" class="link print-hidden" href="${href}" aria-label="${name}">${escapeHtml(count)}</a>` : ""}</span></li>`
      );
    })
    .join("");
}

/**
 * The head of a topic: title, what it builds on, what one can do after it. As HTML: each level is five shapes, and React
 * writes each of them twice.
 */
export function topicHeadHtml({ topic, prerequisites, objectives }: TopicData): string {
  const { words, say, to } = pageWords();
  const texts = words.topics.page;
  return (
    `<div class="grid gap-2"><p class="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">` +
    `<a data-soft="" class="link" href="${escapeHtml(to("/topics"))}">${escapeHtml(words.topics.title)}</a>` +
    `<span>${escapeHtml(say(words.topics.number, { number: topic.number }))}</span>` +
    `${topicStateHtml(topic.state)}${masteryHtml(topic.level)}${skipLinkHtml(topic)}</p>` +
    `<h1 class="text-3xl wrap-anywhere">${escapeHtml(topic.title)}</h1>` +
    `<p class="text-lg text-muted">${escapeHtml(topic.summary)}</p></div>` +
    `<section class="grid gap-1 text-sm" aria-labelledby="before"><h2 id="before" class="text-sm font-semibold">${escapeHtml(texts.before)}</h2>` +
    (prerequisites.length === 0
      ? `<p class="text-muted">${escapeHtml(texts.beforeNone)}</p>`
      : `<ul class="flex flex-wrap gap-x-5 gap-y-1">${prerequisitesHtml(prerequisites)}</ul>`) +
    `</section><section class="grid gap-2" aria-labelledby="objectives">` +
    `<h2 id="objectives" class="text-sm font-semibold">${escapeHtml(texts.objectives)}</h2>` +
    `<ul class="divide-y divide-line border-y border-line text-sm">${objectivesHtml(topic.slug, objectives)}</ul></section>`
  );
}
