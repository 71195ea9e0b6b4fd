"use client";
import type { Locale } from "@tidao/kernel";
import { signedOutEvent } from "@tidao/next-kit/leaving";
import { showToast } from "@tidao/ui/toast";
import { useEffect } from "react";

/** Where a call finds that the session is over: the way to sign in, and back to the page in hand. */
export function SignInAgain({ locale, ended, signIn }: { locale: Locale; ended: string; signIn: string }) {
  useEffect(() => {
    // one for all calls that find out: the same offer is made once at a time
    const run = () => {
      const next = encodeURIComponent(location.pathname + location.search);
      location.assign(`/${locale}/sign-in?next=${next}`);
    };
    const offer = () => showToast(ended, { label: signIn, run });
    window.addEventListener(signedOutEvent, offer);
    return () => window.removeEventListener(signedOutEvent, offer);
  }, [locale, ended, signIn]);
  return null;
}
