"use client";
import type { Locale } from "@tidao/kernel";
import { showToast } from "@tidao/ui/toast";
import { useEffect } from "react";
import { signedOutEvent } from "../leaving";

interface SignInAgainProps {
  locale: Locale;
  ended: string;
  signIn: string;
  /** In a tab beside the page, which keeps what was typed; otherwise in its place, and back to it. */
  beside?: boolean;
}

/** Where a call finds that the session is over: the way to sign in. */
export function SignInAgain({ locale, ended, signIn, beside = false }: SignInAgainProps) {
  useEffect(() => {
    // one for all calls that find out: the same offer is made once at a time
    const run = () => {
      const next = encodeURIComponent(location.pathname + location.search);
      const door = `/${locale}/sign-in?next=${next}`;
      if (beside) window.open(door, "_blank", "noopener");
      else location.assign(door);
    };
    const offer = () => showToast(ended, { label: signIn, run });
    window.addEventListener(signedOutEvent, offer);
    return () => window.removeEventListener(signedOutEvent, offer);
  }, [locale, ended, signIn, beside]);
  return null;
}
