import { PageHeader } from "@tidao/ui/page-header";
import { Tabs } from "@tidao/ui/tabs";
import { AppLink } from "@tidao/next-kit/app-link";
import type { ReactNode } from "react";
import { pageWords } from "../../page-words";
import { notesHref, type NotesTab, notesTabs } from "./notes-query";

/** What a learner keeps, a tab for each kind. */
export function NotesView({ tab, children }: { tab: NotesTab; children: ReactNode }) {
  const { words, to } = pageWords();
  const texts = words.notes;
  return (
    <>
      <PageHeader title={texts.title} lead={texts.lead} />
      <Tabs
        label={texts.tabs.label}
        link={AppLink}
        tabs={notesTabs.map((each) => ({
          href: to(notesHref({ tab: each })),
          label: texts.tabs[each],
          current: each === tab,
        }))}
      />
      <div className="grid gap-4 pt-5">{children}</div>
    </>
  );
}

/** That some things are not shown now, and why. */
export function HeldBack({ count }: { count: number }) {
  const { words, say } = pageWords();
  return count > 0 ? <p className="text-sm text-muted">{say(words.notes.heldBack, { count })}</p> : null;
}
