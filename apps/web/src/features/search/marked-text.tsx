import { Fragment } from "react";
import type { ApiData } from "../../api-data";

export type Found = ApiData["search"]["searchCourse"];
export type Hit = Found["hits"][number];

/** Text with what was found in it marked. The text is anybody's: it is shown as text. */
export function MarkedText({ stretches }: { stretches: Hit["title"] }) {
  let at = 0;
  return stretches.map(({ text, found }) => {
    const key = at;
    at += text.length;
    return found ? (
      <mark key={key} className="rounded-sm bg-accent-soft font-semibold text-inherit">
        {text}
      </mark>
    ) : (
      <Fragment key={key}>{text}</Fragment>
    );
  });
}
