import { Button } from "@tidao/ui/button";
import type { ReactNode } from "react";

interface FormButtonsProps {
  busy: boolean;
  submit: string;
  /** In its place while it is under way. */
  submitting?: string;
  cancel: string;
  onCancel: () => void;
  children?: ReactNode;
}

/** The last line of a form in a dialog. */
export function FormButtons({ busy, submit, submitting = submit, cancel, onCancel, children }: FormButtonsProps) {
  return (
    <div className="flex flex-wrap gap-3">
      <Button type="submit" variant="primary" busy={busy}>
        {busy ? submitting : submit}
      </Button>
      <Button variant="quiet" onClick={onCancel}>
        {cancel}
      </Button>
      {children}
    </div>
  );
}
