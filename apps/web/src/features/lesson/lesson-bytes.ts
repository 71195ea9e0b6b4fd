import { LRUCache } from "lru-cache";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { withSectionLinks } from "./section-links";

type TopicData = ApiData["topics"]["getTopic"];
type Lesson = NonNullable<TopicData["lesson"]>;

/** By the lesson's HTML, which the server keeps too: sixty lessons, each read by many. */
const known = new LRUCache<string, { counts: string; bytes: Buffer }>({ max: 100 });

/**
 * A lesson as it leaves, with a link to the questions at the end of each section that has some. Every reader gets the same,
 * until a question is published or withdrawn.
 */
export function lessonBytes({ topic, objectives }: TopicData, { html, headings }: Lesson): Buffer {
  const counts = objectives.map(({ id, questions }) => `${id} ${questions}`).join();
  const found = known.get(html);
  if (found?.counts === counts) return found.bytes;
  const { words, say, to } = pageWords();
  const linkTo = (objective: string) => {
    const count = objectives.find(({ id }) => id === objective)?.questions ?? 0;
    const href = to(`/practice?topic=${topic.slug}&objective=${objective}`);
    return count > 0 ? { href, text: say(words.lesson.practiseSection, { count }) } : null;
  };
  const bytes = Buffer.from(withSectionLinks(html, headings, linkTo));
  known.set(html, { counts, bytes });
  return bytes;
}
