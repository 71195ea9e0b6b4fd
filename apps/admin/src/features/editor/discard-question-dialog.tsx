"use client";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useEditor, useSay } from "./editor-context";
import type { Draft } from "./use-draft";

interface DiscardQuestionDialogProps {
  open: boolean;
  onClose: () => void;
  draft: Draft;
  questionId: string;
  listHref: string;
}

/** Asks before a question that nobody has met is thrown away: unlike a draft of a published one it does not come back. */
export function DiscardQuestionDialog({ open, onClose, draft, questionId, listHref }: DiscardQuestionDialogProps) {
  const { words } = useEditor();
  const { say } = useSay();
  const router = useRouter();
  const texts = words.editor.discarding;
  const discard = async () => {
    const discarded = await draft.discardQuestion();
    // why it could not be done stands in the page, beside the text
    onClose();
    if (!discarded) return;
    showToast(say(texts.done, { id: questionId }));
    router.push(listHref);
  };
  return (
    <Dialog open={open} onClose={onClose} title={say(texts.title, { id: questionId })} lead={texts.body}>
      <div className="mt-4 grid gap-4">
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.actions.cancel}</Button>
          <Button variant="danger" busy={draft.busy} onClick={() => void discard()}>
            {texts.confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
