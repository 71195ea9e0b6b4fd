"use client";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useId, useRef } from "react";

interface PreviewDialogProps {
  title: string;
  close: string;
  /** The page without the preview. */
  closeHref: string;
  children: ReactNode;
}

/** A preview has an address of its own: it is open as long as the address says so, and back closes it. */
export function PreviewDialog({ title, close, closeHref, children }: PreviewDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      // back in the browser: the dialog is gone before it could give the focus back itself
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog w-[min(54rem,calc(100vw-2rem))]"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        router.push(closeHref, { scroll: false });
      }}
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 id={id} className="dialog-title">
          {title}
        </h2>
        <Button
          variant="quiet"
          size="small"
          icon
          aria-label={close}
          onClick={() => router.push(closeHref, { scroll: false })}
        >
          <Icon name="close" />
        </Button>
      </div>
      {children}
    </dialog>
  );
}
