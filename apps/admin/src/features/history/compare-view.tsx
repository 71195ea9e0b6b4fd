import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { diffSpecs } from "../diff/diff-specs";
import { SpecDiff } from "../diff/spec-diff";
import { HistoryFrame } from "./history-frame";

interface CompareProps {
  question: ApiData["questions"]["getQuestion"];
  before: ApiData["questions"]["getVersion"];
  after: ApiData["questions"]["getVersion"];
}

/** What one version says differently from another. */
export function CompareView({ question: { id }, before, after }: CompareProps) {
  const { locale, words, say } = pageWords();
  return (
    <HistoryFrame
      questionId={id}
      title={say(words.admin.history.comparing, { id, from: before.number, to: after.number })}
      back="history"
    >
      <div className="max-w-4xl">
        <SpecDiff
          differences={diffSpecs(before.spec, after.spec)}
          before={before.spec}
          after={after.spec}
          words={words.admin}
          locale={locale}
        />
      </div>
    </HistoryFrame>
  );
}
