import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import type { Topic } from "../topics/topic-state";

/** A topic at this level counts as done on a path; there is nothing left to skip. */
const doneFrom = 3;

/** To the test by which a topic is skipped; for a skipped one, to where that can be taken back. */
export function SkipLink({
  topic,
  path,
}: {
  topic: Pick<Topic, "slug" | "title" | "state" | "level" | "questions">;
  path?: string;
}) {
  const { words, to } = pageWords();
  const texts = words.placement.skip;
  if (topic.questions === 0 || (topic.state !== "skipped" && topic.level >= doneFrom)) return null;
  const href = to(`/topics/${topic.slug}/skip${path ? `?path=${path}` : ""}`);
  const skipped = topic.state === "skipped";
  return (
    <AppLink
      className="link print-hidden"
      href={href}
      aria-label={skipped ? undefined : `${texts.short}: ${topic.title}`}
    >
      {skipped ? texts.skipped : texts.short}
    </AppLink>
  );
}
