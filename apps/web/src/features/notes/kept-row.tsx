import { Badge } from "@tidao/ui/badge";
import { Mark } from "@tidao/ui/mark";
import { AppLink } from "@tidao/next-kit/app-link";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { StemExcerpt } from "../teach/stem-excerpt";

type KeptQuestion = ApiData["bookmarks"]["listBookmarks"]["questions"][number];

/** A question that the learner keeps: what it asks, and how it went. */
export function KeptRow({ question }: { question: KeptQuestion }) {
  const { words, to } = pageWords();
  const texts = words.notes;
  const { topic, kind, stemHtml, verdict, submissionId, due, askable } = question;
  return (
    <div className="grid min-w-0 gap-1">
      <StemExcerpt html={stemHtml} short />
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <AppLink className="link" href={to(`/topics/${topic.slug}`)}>
          {topic.title}
        </AppLink>
        <span>{words.questionKinds[kind]}</span>
        {verdict ? (
          <span className={`flex items-center gap-1.5 tone-${verdict === "pending" ? "accent" : verdict}`}>
            <Mark shape={verdict} size={14} className="text-(--tone)" />
            {words.verdicts[verdict]}
          </span>
        ) : (
          <span>{texts.row.unanswered}</span>
        )}
        {due && <Badge tone="accent">{texts.row.due}</Badge>}
        {!askable && <Badge>{texts.row.retired}</Badge>}
        {submissionId && (
          <AppLink className="link" href={to(`/practice/answers/${submissionId}`)}>
            {texts.seeAnswer}
          </AppLink>
        )}
      </p>
    </div>
  );
}
