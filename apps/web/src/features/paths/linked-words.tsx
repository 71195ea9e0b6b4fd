import { AppLink } from "@tidao/next-kit/app-link";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";

/** What a path says, with the topics that it names to be followed. */
export function LinkedWords({ runs }: { runs: ApiData["paths"]["getPath"]["lead"] }) {
  const { to } = pageWords();
  return runs.map(({ text, topic }) =>
    topic === null ? (
      text
    ) : (
      <AppLink key={topic} className="link" href={to(`/topics/${topic}`)}>
        {text}
      </AppLink>
    ),
  );
}
