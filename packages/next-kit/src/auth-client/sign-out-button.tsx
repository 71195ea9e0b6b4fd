"use client";
import { signOut } from "@tidao/auth/client";
import { useState } from "react";
import { askToLeave } from "../leaving";

/** Ends the session, then loads a page anew, so that nothing of the last reader stays in memory. */
export function SignOutButton({ label, to, className }: { label: string; to: string; className?: string }) {
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    await signOut().catch(() => {});
    location.assign(to);
  };
  return (
    <button type="button" className={className} aria-busy={busy} onClick={() => askToLeave(() => void leave())}>
      {label}
    </button>
  );
}
