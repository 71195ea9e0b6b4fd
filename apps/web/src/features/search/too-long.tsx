import { longestSearch } from "@tidao/kernel";
import { Notice } from "@tidao/ui/notice";
import { pageWords } from "../../page-words";

/** Beside the box, in which all of it still stands. */
export function TooLong({ search }: { search: string }) {
  const { words, say } = pageWords();
  const { title, body } = words.search.tooLong;
  const { length } = search;
  return (
    <Notice kind="error" word={words.app.notice.error} title={title} live>
      <p>{say(body, { most: longestSearch, length, over: length - longestSearch })}</p>
    </Notice>
  );
}
