import { pageWords } from "../../page-words";
import { leavesOf } from "../diff/diff-specs";
import { describePath } from "../editor/describe-path";
import type { Spec } from "../editor/spec-path";

/** Every field of a version as it was written. */
export function SpecFields({ spec }: { spec: Spec }) {
  const { locale, words } = pageWords();
  const { editor, fields, parts } = words.admin;
  const names = { fields, parts, languages: { zh: editor.zh, en: editor.en } };
  return (
    <dl className="grid text-sm sm:grid-cols-[minmax(10rem,auto)_1fr]">
      {leavesOf(spec)
        .filter(({ isOrder, text }) => !isOrder && text !== "")
        .map(({ key, path, text }) => (
          <div key={key} className="grid border-t border-line py-2 sm:col-span-2 sm:grid-cols-subgrid sm:gap-x-6">
            <dt className="text-muted">{describePath(path, spec, names, locale)}</dt>
            <dd lang={path.at(-1) === "zh" ? "zh-CN" : "en"} className="min-w-0 break-words whitespace-pre-wrap">
              {text}
            </dd>
          </div>
        ))}
    </dl>
  );
}
