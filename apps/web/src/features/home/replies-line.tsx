import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";

/** That an editor answered what the learner reported, until they have looked at it. */
export function RepliesLine({ count }: { count: number }) {
  const { words, say, to } = pageWords();
  if (count === 0) return null;
  return (
    <p className="px-1 text-sm">
      <AppLink className="link" href={to("/notes?tab=reports")}>
        {say(words.home.replies, { count })}
      </AppLink>
    </p>
  );
}
