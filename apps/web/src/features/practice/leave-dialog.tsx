"use client";
import { formatMessage } from "@tidao/i18n/icu";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { dropAllKept, listKept } from "./kept-answers";
import type { KeptAnswersProps } from "./kept-answers-watch";

/** Signing out removes what is not sent: the next reader of this device must not find it. */
export default function LeaveDialog({
  learnerId,
  locale,
  words: { leaving },
  onStay,
  onLeave,
}: KeptAnswersProps & { onStay: () => void; onLeave: () => void }) {
  return (
    <Dialog
      open
      onClose={onStay}
      title={formatMessage(locale, leaving.title, { count: listKept(learnerId).length })}
      lead={leaving.body}
    >
      <div className="mt-5 flex flex-wrap gap-3">
        <Button variant="primary" onClick={onStay}>
          {leaving.stay}
        </Button>
        <Button
          variant="danger"
          onClick={() => {
            dropAllKept(learnerId);
            onLeave();
          }}
        >
          {leaving.leave}
        </Button>
      </div>
    </Dialog>
  );
}
