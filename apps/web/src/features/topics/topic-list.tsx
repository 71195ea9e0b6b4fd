import { pageWords } from "../../page-words";
import { TopicRow } from "./topic-row";
import type { Topic } from "./topic-state";

/** All topics under their areas; within an area in the order of the course. */
export function TopicList({ topics }: { topics: readonly Topic[] }) {
  const { words } = pageWords();
  const titles = new Map(topics.map(({ slug, title }) => [slug, title]));
  return (
    <div className="grid gap-8">
      {areasOf(topics, Object.keys(words.topics.areas)).map((area) => (
        <section key={area} aria-labelledby={`area-${area}`}>
          <h2 id={`area-${area}`} className="text-lg">
            {areaName(area, words.topics.areas)}
          </h2>
          <ul className="mt-2 divide-y divide-line border-y border-line">
            {topics
              .filter((topic) => topic.area === area)
              .map((topic) => (
                <TopicRow key={topic.slug} topic={topic} titleOf={(slug) => titles.get(slug)} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The areas that have topics, in the order that is known; one that an editor has added comes last, by its id. */
export function areasOf(topics: readonly Pick<Topic, "area">[], known: readonly string[]): string[] {
  const present = new Set(topics.map(({ area }) => area));
  return [...known.filter((area) => present.has(area)), ...[...present].filter((area) => !known.includes(area))];
}
export const areaName = (area: string, names: Readonly<Record<string, string>>): string => names[area] ?? area;
