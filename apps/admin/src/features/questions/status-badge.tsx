import { Badge } from "@tidao/ui/badge";
import { pageWords } from "../../page-words";
import type { ApiData } from "../../api-data";

type Row = Pick<ApiData["questions"]["listQuestions"]["questions"][number], "status" | "hasDraft">;

/** What learners get, and whether somebody is at work on the next version. */
export function StatusBadge({ question: { status, hasDraft } }: { question: Row }) {
  const { status: names, questions } = pageWords().words.admin;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {status === "published" && <Badge tone="right">{names.published}</Badge>}
      {status === "retired" && <Badge>{names.retired}</Badge>}
      {status === "draft" ? (
        <Badge tone="warning">{names.draft}</Badge>
      ) : (
        hasDraft && <Badge tone="warning">{questions.withDraft}</Badge>
      )}
    </span>
  );
}
