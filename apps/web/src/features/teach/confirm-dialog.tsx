"use client";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import type { ReactNode } from "react";
import { ProblemLine } from "./problem-line";

interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  confirm: string;
  cancel: string;
  busy: boolean;
  problem: string | null;
  onConfirm: () => void;
}

/** For what cannot be undone: says what will happen, and is left with Escape. */
export function ConfirmDialog({
  open,
  onClose,
  title,
  children,
  confirm,
  cancel,
  busy,
  problem,
  onConfirm,
}: ConfirmDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title} lead={children}>
      <div className="mt-5 grid gap-5">
        <ProblemLine text={problem} />
        <div className="flex flex-wrap gap-3">
          <Button onClick={onClose}>{cancel}</Button>
          <Button variant="danger" busy={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
