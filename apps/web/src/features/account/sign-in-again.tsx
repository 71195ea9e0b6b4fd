"use client";
import type { Locale } from "@tidao/kernel";
import { signedOutEvent } from "@tidao/next-kit/leaving";
import { showToast } from "@tidao/ui/toast";
import { useEffect } from "react";

/** Where a call finds that the session is over: the way to sign in, and back to the page in hand. */
export function SignInAgain({ locale, ended, signIn }: { locale: Locale; ended: string; signIn: string }) {
  useEffect(() => {
    const offer = () => {
      const next = encodeURIComponent(location.pathname + location.search);
      showToast(ended, { label: signIn, run: () => location.assign(`/${locale}/sign-in?next=${next}`) });
    };
    window.addEventListener(signedOutEvent, offer);
    return () => window.removeEventListener(signedOutEvent, offer);
  }, [locale, ended, signIn]);
  return null;
}
