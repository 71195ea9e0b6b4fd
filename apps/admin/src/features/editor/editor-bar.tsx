"use client";
import { Badge } from "@tidao/ui/badge";
import { Button, buttonClass } from "@tidao/ui/button";
import { Kbd } from "@tidao/ui/kbd";
import { Menu } from "@tidao/ui/menu";
import { AppLink } from "@tidao/next-kit/app-link";
import { useState, useSyncExternalStore } from "react";
import { useEditor, useSay } from "./editor-context";
import { canDiscardQuestion } from "./known";
import type { Draft } from "./use-draft";
import type { PreviewState } from "./use-preview";

interface EditorBarProps {
  draft: Draft;
  preview: PreviewState;
  mayPublish: boolean;
  historyHref: string;
  onPublish: () => void;
  onDiscardQuestion: () => void;
}

/** Where the text stands, and what can be done with it; stays in sight. */
export function EditorBar({ draft, preview, mayPublish, historyHref, onPublish, onDiscardQuestion }: EditorBarProps) {
  const { problems, words } = useEditor();
  const { say } = useSay();
  const texts = words.editor;
  // where there is little room, why something cannot be done is said to whoever tries
  const [asked, setAsked] = useState(false);
  const { known, isDirty, busy } = draft;
  const count = useSyncExternalStore(
    problems.subscribe,
    () => problems.all().length,
    () => problems.all().length,
  );
  const state = busy
    ? texts.state.saving
    : isDirty
      ? texts.state.unsaved
      : say(known.revision === null ? texts.state.published : texts.state.draft, { version: known.number });
  const reason =
    known.status === "retired"
      ? texts.publishing.retired
      : !isDirty && known.revision === null
        ? texts.publishing.nothing
        : preview.failed
          ? texts.publishing.unchecked
          : count > 0
            ? say(texts.publishing.blocked, { count })
            : null;
  const canPublish = reason === null && preview.fresh;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="flex flex-wrap gap-1">
        {known.status === "published" && <Badge tone="right">{words.status.published}</Badge>}
        {known.status === "retired" && <Badge>{words.status.retired}</Badge>}
        {known.revision !== null && <Badge tone="warning">{words.status.draft}</Badge>}
      </span>
      <p role="status" className={`text-sm ${isDirty ? "font-semibold text-warning" : "text-muted"}`}>
        {state}
      </p>
      <div className="toolbar ml-auto">
        <AppLink href={historyHref} className={buttonClass({ variant: "quiet", size: "small" })}>
          {texts.history}
        </AppLink>
        <Menu label={texts.more} button={texts.more} size="small">
          {known.revision !== null && known.hasOlder && (
            <button type="button" className="menu-item" onClick={() => void draft.discard()}>
              {texts.discard}
            </button>
          )}
          {canDiscardQuestion(known) && (
            <button
              type="button"
              className="menu-item"
              onClick={({ currentTarget }) => {
                // first, so that the button that opened the menu has the focus: the dialog gives it back to who had it
                currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
                onDiscardQuestion();
              }}
            >
              {texts.discarding.ask}
            </button>
          )}
          <button type="button" className="menu-item" onClick={() => void draft.setRetired(known.status !== "retired")}>
            {known.status === "retired" ? texts.restore : texts.retire}
          </button>
        </Menu>
        <Button
          size="small"
          busy={busy}
          // not `disabled`: whoever has just saved would be nowhere
          aria-disabled={busy || !isDirty || undefined}
          aria-keyshortcuts="Control+S"
          onClick={isDirty ? () => void draft.save() : undefined}
        >
          {texts.saveDraft}
          <Kbd>{"Ctrl S"}</Kbd>
        </Button>
        {mayPublish && (
          <Button
            size="small"
            variant="primary"
            aria-disabled={!canPublish || undefined}
            aria-describedby={reason ? "publish-reason" : undefined}
            onClick={canPublish ? onPublish : () => setAsked(true)}
          >
            {texts.publish}
          </Button>
        )}
      </div>
      {mayPublish && reason && (
        <p id="publish-reason" className={`w-full text-end text-xs text-muted ${asked ? "" : "max-md:hidden"}`}>
          {reason}
        </p>
      )}
    </div>
  );
}
