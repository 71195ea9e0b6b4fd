"use client";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** What it is about; read out with the title as it opens, before what has the focus. */
  lead?: ReactNode;
  children: ReactNode;
}

/** The browser's own modal: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ open, onClose, title, lead, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // before whoever opened it looks where the focus is: while it is open nothing beside it can take it
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!open || !dialog) return dialog?.close();
    dialog.showModal();
    if (dialog.scrollTop === 0) return;
    // a window too low for the text and the first thing to operate: the text is read first. Only then can the heading take
    // the focus: the browser gives it to the first in a dialog that can
    if (heading.current) heading.current.tabIndex = -1;
    heading.current?.focus();
    dialog.scrollTop = 0;
  }, [open]);
  return (
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={id}
      aria-describedby={lead ? `${id}-lead` : undefined}
      onClose={onClose}
    >
      {open && (
        <>
          <h2 ref={heading} id={id} className="dialog-title">
            {title}
          </h2>
          {lead && (
            <div id={`${id}-lead`} className="dialog-lead">
              {lead}
            </div>
          )}
          {children}
        </>
      )}
    </dialog>
  );
}
