import { Icon } from "@tidao/ui/icon";
import type { ReactNode } from "react";
import { AppLink } from "@tidao/next-kit/app-link";
import { pageWords } from "../../page-words";
import { PageFrame } from "../desk/page-frame";

interface HistoryFrameProps {
  questionId: string;
  title: string;
  /** One level up is the editor, or from a version the list of them. */
  back: "editor" | "history";
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of the pages about a question's past. */
export function HistoryFrame({ questionId, title, back, actions, children }: HistoryFrameProps) {
  const { words, say, to } = pageWords();
  const texts = words.admin.history;
  const editor = to(`/questions/${questionId}`);
  return (
    <PageFrame>
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-5 pb-5">
        <div className="grid gap-1">
          <AppLink
            className="flex min-h-6 w-fit items-center gap-1 text-sm text-muted hover:text-accent"
            href={back === "editor" ? editor : `${editor}/history`}
          >
            <Icon name="chevron-left" size={12} className="flex-none" />
            {back === "editor" ? texts.edit : say(texts.title, { id: questionId })}
          </AppLink>
          <h1 className="text-2xl break-words">{title}</h1>
        </div>
        {actions && <div className="toolbar">{actions}</div>}
      </header>
      {children}
    </PageFrame>
  );
}
