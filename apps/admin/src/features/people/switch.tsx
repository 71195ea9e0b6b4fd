import { useId } from "react";

interface SwitchProps {
  label: string;
  hint: string;
  on: boolean;
  busy: boolean;
  /** Shows how it stands and cannot be moved; it keeps its place in the order of keys. */
  fixed: boolean;
  onChange: (on: boolean) => void;
}

/** On or off, at once. While the server is asked it stays where it is, and so does the focus. */
export function Switch({ label, hint, on, busy, fixed, onChange }: SwitchProps) {
  const id = useId();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-labelledby={id}
      aria-describedby={`${id}-hint`}
      aria-disabled={fixed || undefined}
      aria-busy={busy || undefined}
      onClick={() => !fixed && !busy && onChange(!on)}
      className="group flex min-h-11 w-full items-start justify-between gap-4 rounded-sm text-start aria-busy:cursor-progress aria-disabled:cursor-default"
    >
      <span className="min-w-0">
        <span id={id} className="block font-semibold">
          {label}
        </span>
        <span id={`${id}-hint`} className="block text-sm text-muted">
          {hint}
        </span>
      </span>
      <span
        aria-hidden="true"
        className="mt-0.5 inline-flex h-6 w-11 flex-none items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors duration-150 group-hover:border-ink group-aria-busy:opacity-60 group-aria-checked:border-accent group-aria-checked:bg-accent group-aria-disabled:opacity-60"
      >
        <span className="block size-4.5 rounded-full bg-edge transition-transform duration-150 group-aria-checked:translate-x-5 group-aria-checked:bg-on-accent forced-colors:bg-[CanvasText]! forced-colors:forced-color-adjust-none" />
      </span>
    </button>
  );
}
